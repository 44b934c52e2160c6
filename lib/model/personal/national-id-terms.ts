import { PEOPLE, type TermGroup, THINGS } from "@/lib/model/personal/term-group";

/** Numbers by which a state, a tax office or an insurance knows a person. */
export const NATIONAL_ID_TERMS: readonly TermGroup[] = [
  {
    category: "national_id",
    terms:
      "ssn|ssn or tin|ssn last 4|ssnid|social security|social security number|social security no|social security num|social insurance number|itin|national id|national id number|national identity|national identity number|national identification number|national registration number|national insurance|national insurance number|national insurance no|ni number|nino|nhs number|nhs no|personal id number|identification id|identity number|identity card|identity card no|identity card number|id card number|government id|passport|passport id|passport number|passport no|passport num|drivers license|drivers license number|driver license|driver license number|driving licence|driving licence number|driving license|drivers licence|drivers licence no|dl number|license number|licence number|tax file number|taxpayer id|taxpayer number|medicare number|sinid",
  },
  {
    category: "national_id",
    terms:
      "steuer id|steuerid|steuer id nr|steuer identifikationsnummer|steueridentifikationsnummer|steuer nummer|steuer nr|sozialversicherungsnummer|sv nummer|sv nr|rentenversicherungsnummer|versichertennummer|ausweisnummer|personalausweis|personalausweisnummer|reisepass|reisepassnummer|fuhrerschein|fuhrerscheinnummer|fuehrerschein|fuehrerscheinnummer|perid|stcd1|ahv nummer|numero securite sociale|num securite sociale|securite sociale|num secu|nir|numero passeport|num passeport|passeport|numero permis|numero permis conduire|permis conduire|numero fiscal|carte identite|numero carte identite",
  },
  {
    category: "national_id",
    terms:
      "dni|nie|nif|nuss|curp|rfc|pasaporte|numero pasaporte|num pasaporte|numero seguridad social|num seguridad social|seguridad social|num afiliacion ss|numero afiliacion|cedula|cedula identidad|rut|documento identidad|numero documento|licencia conducir|codice fiscale|cod fiscale|cod fisc|carta identita|numero carta identita|passaporto|numero passaporto|patente|numero patente|tessera sanitaria|cpf|nr cpf|rg|nr rg|cnh|pis pasep|titulo eleitor|cartao cidadao|numero contribuinte|bsn|burgerservicenummer|rijksregisternummer|sofinummer|paspoortnummer|rijbewijsnummer|pesel|nr dowodu|numer dowodu|seria dowodu|dowod osobisty|nr paszportu",
  },
  {
    category: "national_id",
    terms:
      "personnummer|person nummer|samordningsnummer|cpr|cpr nummer|cpr nr|fodselsnummer|foedselsnummer|henkilotunnus|hetu|rodne cislo|cislo op|cislo pasu|tc kimlik no|tc kimlik|tckn|kimlik no|aadhaar|aadhar|adhaar|aadhaar number|aadhaar no|aadhar no|pan no|nric|hkid|emirates id|taj szam",
  },
  {
    category: "national_id",
    terms:
      "tax id|tax number|tax no|tax id number|tax id num|tax identifier|tax identification number|tin|tax info tax id|tax reference",
    weak: true,
    outside: THINGS,
  },
  {
    category: "national_id",
    terms: "alien number|sin|drivers|passport no|pan number",
    weak: true,
    within: PEOPLE,
  },
  {
    category: null,
    terms: "tax registration|passport country|license plate|licence plate|license state|company tax id",
  },
];
