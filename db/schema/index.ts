export * from './attempts'
export * from './classes'
export * from './decks'
export * from './learners'
