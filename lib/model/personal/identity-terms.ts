import { PEOPLE, type TermGroup, THINGS } from "@/lib/model/personal/term-group";

/** Names of people and the days they were born. */
export const IDENTITY_TERMS: readonly TermGroup[] = [
  {
    category: "name",
    terms:
      "first name|last name|first nm|last nm|fname|lname|given name|family name|family name2|middle name|middle initial|maiden name|birth name|surname|forename|second name|preferred name|nick name|christian name|patronymic|father name|mother name|spouse name|name on card|name on account|card holder|card holder name|vorname|nachname|familienname|zuname|geburtsname|rufname|prenom|nom famille|nom jeune fille|nom naissance|nom usage|nom complet|apellido|apellidos|primer apellido|segundo apellido|primer nombre|nombre completo|nombre pila|nombres|cognome|nome completo|nome cognome|nome mae|nome pai|sobrenome|apelido|nome proprio|voornaam|achternaam|tussenvoegsel|voorletters|imie|imiona|nazwisko|nazwisko panienskie|fornamn|efternamn|fornavn|efternavn|etternavn|mellomnavn|mellemnavn|etunimi|sukunimi|jmeno|prijmeni|soyad|soyadi|ad soyad|adi soyadi|isim soyisim|known as|ansprechpartner|nachn|vorna|kontoinhaber|karteninhaber|titulaire compte",
  },
  {
    category: "name",
    terms:
      "full name|fullname|legal name|real name|complete name|screen name|twitter username|github username",
    weak: true,
    outside: THINGS,
  },
  {
    category: "name",
    terms:
      "billing name|shipping name|ship name|bill name|ship to name|shipto name|bill to name|billing address name|shipping address name|billing detail name|account holder name|account holder|holder name|addressee|acc holder name|cc owner|shop owner|emergency contact|sender s name|assigned to name|print on check name|print on check as|name on check|bank account name|ach account name|bank transfer account name|e check account name|echeck account name",
    weak: true,
  },
  {
    category: "name",
    terms:
      "user name|username|login name|user login|login id|user nice name|user nicename|login|benutzername|nom utilisateur|nombre usuario|nome utente|gebruikersnaam|handle",
    weak: true,
    outside: THINGS,
  },
  {
    category: "name",
    terms:
      "name|display name|alt name|other name|fully qualified name|alias|nom|nombre|nome|naam|navn|namn|nimi|nazwa|first|last|maiden|adi",
    weak: true,
    within: PEOPLE,
  },
  {
    category: "birth_date",
    terms:
      "birth date|date of birth|birthdate|dob|birth day|birthday|birth dt|birth datetime|birth year|birth month|year of birth|month of birth|day of birth|born on|born at|geburtsdatum|geburtstag|geb datum|geb dat|gbdat|date naissance|dt naissance|naissance|fecha nacimiento|fec nacimiento|nacimiento|data nascita|data di nascita|nascita|data nascimento|dt nascimento|nascimento|geboortedatum|geboorte datum|data urodzenia|fodelsedatum|fodselsdato|foedselsdato|fodselsdag|syntymaaika|syntymapaiva|datum narozeni|dogum tarihi",
  },
  { category: "birth_date", terms: "birth", weak: true, within: PEOPLE },
  {
    category: null,
    terms:
      "name space|user agent|name suffix|name prefix|name style|first seen|last seen|first date|last date|first login|last login|last modified|last changed|birth place|place birth|birth country|birth weight",
  },
];
