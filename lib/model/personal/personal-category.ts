/** What a column of personal data holds, and how a row says it: "Looks personal: e-mail". */
export const PERSONAL_CATEGORIES = {
  email: "e-mail",
  phone: "phone",
  name: "name",
  birth_date: "birth date",
  national_id: "national id",
  address: "address",
  ip: "IP address",
  card: "card",
  bank_account: "bank account",
  health: "health",
  location: "location",
} as const;

export type PersonalCategory = keyof typeof PERSONAL_CATEGORIES;
