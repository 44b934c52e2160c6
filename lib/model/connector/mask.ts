/** What Fivetran shows in the place of every stored secret. */
export const MASK = "******";
