import { BANKING, CARDS, type TermGroup } from "@/lib/model/personal/term-group";

/** Payment cards and bank accounts. */
export const MONEY_TERMS: readonly TermGroup[] = [
  {
    category: "card",
    terms:
      "card number|card no|card num|credit card number|credit card no|credit card num|credit card mask number|debit card number|cc number|cc number enc|cc num|cc last 4|card last 4|card last four|masked card|masked card number|last 4|last four|primary account number|pan|cvv|cvv2|cvc|cvc2|card security code|card verification|card verification value|credit card verification value|card expiry|card expiration|card exp month|card exp year|exp month|exp year|expiry month|expiry year|expiration month|expiration year|credit card month|credit card year|cc exp month|cc exp year|cc expiry month|cc expiry year|kartennummer|karten nr|kreditkarte|kreditkartennummer|numero carte|numero carte bancaire|numero tarjeta|tarjeta credito|numero carta|carta credito|numero cartao|cartao credito|creditcardnummer|numer karty|kortnummer|kortin numero|cislo karty|kart no|kart numarasi",
  },
  { category: "card", terms: "gultigkeit|gueltigkeit", weak: true, within: CARDS | BANKING },
  {
    category: "bank_account",
    terms:
      "iban|iban last 4|iban prefix|bban|bank account|bank account number|bank account no|bank account num|bank acct|bank acct no|bank acct number|bank account details|bank details|ach account number|ach account number mask|bank transfer account number|bank transfer account number mask|account number mask|account no masked|check payment account number|kontonummer|konto nr|bankverbindung|rib|numero compte|num compte|compte bancaire|cuenta bancaria|numero cuenta|num cuenta|clabe|cbu|coordinate bancarie|numero conto|conto corrente|conta corrente|numero conta|conta bancaria|nib|rekeningnummer|bankrekening|bankrekeningnummer|numer konta|nr konta|nr rachunku|numer rachunku|rachunek bankowy|bankgiro|tilinumero|cislo uctu|hesap no|hesap numarasi|acc number|sanitized acc number",
  },
  {
    category: "bank_account",
    terms: "account number|account no|acct number|acct no",
    weak: true,
    within: BANKING,
  },
  {
    category: null,
    terms:
      "card type|card brand|card issuing|card payments|card fingerprint|cvv result|cvc check|gift card|rate card|pan number|routing number|account type|iban required",
  },
];
