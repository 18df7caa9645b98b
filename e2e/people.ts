import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'

export type Person = { name: string; email: string; password: string }

/** Somebody nobody else in the journeys is. */
export const somebody = (name = 'Ada Example'): Person => ({
  name,
  email: `${randomUUID()}@example.org`,
  password: 'a quiet analytical engine',
})

/** Makes an account for `person` through the form, and waits until they are signed in at `next`. */
export async function signUp(page: Page, person: Person = somebody(), next = '/account'): Promise<Person> {
  await page.goto(`/sign-up?${new URLSearchParams({ next })}`)
  await page.getByLabel('Name').fill(person.name)
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL((url) => url.pathname === next.split(/[?#]/)[0])
  return person
}

/** Fills in the sign-in form, on its page already or not, and sends it. */
export async function signIn(
  page: Page,
  { email, password }: Pick<Person, 'email' | 'password'>,
): Promise<void> {
  if (!new URL(page.url(), 'http://nowhere').pathname.startsWith('/sign-in')) await page.goto('/sign-in')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
