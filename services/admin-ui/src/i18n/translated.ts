/**
 * The type of the Russian texts that belong to English ones: every key is there, and each plural has
 * its Russian forms (`_one`, `_few`, `_many`; `_other` is for fractions).
 */
export type InRussian<Texts> = {
  [Key in keyof Texts as RussianKey<Key & string>]: Texts[Key] extends string
    ? string
    : InRussian<Texts[Key]>
}

type RussianKey<Key extends string> = Key extends `${infer Base}_one`
  ? `${Base}_one` | `${Base}_few` | `${Base}_many`
  : Key
