import { answered, api } from '~/api/client'
import { asProblem } from '~/api/problem'
import { currentSession, type Me, setSession } from './session'

/** Who the browser's cookie is of, if anybody. Throws `Problem` where the API does not say. */
export async function findSession(): Promise<void> {
  try {
    setSession({ status: 'active', me: await whoAmI() })
  } catch (error) {
    if (asProblem(error).status !== 401) throw error
    setSession({ status: 'anonymous' })
  }
}

/** Throws `Problem`. */
export async function logIn(email: string, password: string): Promise<void> {
  const before = currentSession()
  await answered(api.POST('/api/v1/auth/login', { body: { email, password } }))
  const me = await whoAmI()
  // What is on the screen is another account's, and may not be for this one.
  if ('me' in before && before.me.account_id !== me.account_id) window.location.reload()
  setSession({ status: 'active', me })
}

/** Throws `Problem`. */
export async function logOut(): Promise<void> {
  await answered(api.POST('/api/v1/auth/logout'))
  window.location.assign('/')
}

function whoAmI(): Promise<Me> {
  return answered(api.GET('/api/v1/auth/me'))
}
