import { expect, type Page } from '@playwright/test'
import { signUp, somebody } from './people'

/** Makes a class as somebody new, with the deck assigned. Says its address and the path that invites to it. */
export async function teach(page: Page, name: string): Promise<{ path: string; join: string }> {
  await signUp(page, somebody('Grace Example'), '/classes')
  await page.getByLabel('Class name').fill(name)
  await page.getByRole('button', { name: 'Create class' }).click()
  await page.getByRole('link', { name: 'Assign a deck' }).click()
  await page.getByRole('combobox', { name: 'Deck' }).selectOption({ label: 'What is MLOps?' })
  await page.getByRole('button', { name: 'Assign', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Save date' })).toBeVisible()
  const link = await page.getByLabel('Link to send').inputValue()
  return { path: new URL(page.url()).pathname.replace(/\/settings$/, ''), join: new URL(link).pathname }
}

/** Joins as somebody new who follows the link signed out. */
export async function join(page: Page, path: string, name: string) {
  await page.goto(path)
  await page.getByRole('link', { name: 'Create account' }).click()
  const person = somebody(name)
  await page.getByLabel('Name').fill(person.name)
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByRole('button', { name: 'Join class' }).click()
  await page.waitForURL(/\/classes\//)
}
