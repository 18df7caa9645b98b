import { expect, type Page, type Request } from '@playwright/test'
import { learnerKnown } from './deck'
import { test } from './journey'
import { signUp, somebody } from './people'

const isAction = (request: Request) => request.method() === 'POST' && 'next-action' in request.headers()

/** What a tab meets that was open since before a deploy: the server does not know its actions. */
const afterDeploy = (page: Page) =>
  page.route('**', (route) =>
    isAction(route.request())
      ? route.continue({ headers: { ...route.request().headers(), 'next-action': 'f'.repeat(42) } })
      : route.continue(),
  )

test('a form that gets no reply says so, keeps what was typed, and works when it is sent again', async ({
  page,
  context,
}) => {
  const ada = somebody()
  await page.goto('/sign-up')
  await page.getByLabel('Name').fill(ada.name)
  await page.getByLabel('Email').fill(ada.email)
  await page.getByLabel('Password').fill(ada.password)
  await context.setOffline(true)
  const create = page.getByRole('button', { name: 'Create account' })
  await create.click()
  await expect(page.getByText('There was no reply. What you typed is still here: try again.')).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue(ada.name)
  await expect(page.getByLabel('Email')).toHaveValue(ada.email)
  await expect(page.getByLabel('Password')).toHaveValue(ada.password)
  await context.setOffline(false)
  await create.click()
  await learnerKnown(page)

  // A form of the account, whose fields come back to what is saved by now.
  await page.goto('/account')
  await learnerKnown(page)
  await page.getByLabel('Name', { exact: true }).fill('Ada Renamed')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('banner').getByText('Ada Renamed')).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ada Renamed')
})

test('a form of a page from before a deploy says what to do, and loses nothing that was typed', async ({
  page,
}) => {
  await signUp(page, somebody(), '/classes')
  await learnerKnown(page)
  await afterDeploy(page)
  await page.getByLabel('Class name').fill('Evening class')
  await page.getByRole('button', { name: 'Create class' }).click()
  await expect(page.getByText('This page was updated since you opened it. Nothing was done')).toBeVisible()
  await expect(page.getByLabel('Class name')).toHaveValue('Evening class')
  await page.unrouteAll()
})

test('signing out from the corner of a page from before a deploy leads through loading it anew', async ({
  page,
}) => {
  const ada = await signUp(page, somebody(), '/decks')
  await learnerKnown(page)
  await afterDeploy(page)
  const corner = page.getByRole('banner')
  await corner.getByText(ada.name).click()
  await corner.getByRole('button', { name: 'Sign out' }).click()
  const anew = corner.getByRole('button', { name: 'Not signed out, the page was updated: load it anew' })
  await expect(anew).toBeVisible()
  await page.unrouteAll()
  await anew.click()
  await expect(anew).toHaveCount(0)
  await corner.getByText(ada.name).click()
  await corner.getByRole('button', { name: 'Sign out' }).click()
  await expect(corner.getByRole('link', { name: 'Sign in' })).toBeVisible()
})
