export type PersonalCategory =
  | "email"
  | "phone"
  | "name"
  | "birth_date"
  | "national_id"
  | "address"
  | "ip"
  | "card"
  | "bank_account"
  | "health"
  | "location";

export interface PersonalRule {
  category: PersonalCategory;
  /** As a row says it: "Looks personal: e-mail". */
  label: string;
  /** Tried on the words of a name, a space before, between and after them. */
  sure: RegExp;
  /** Says something only of a column in a table about people. */
  likely?: RegExp;
}

const rule = (category: PersonalCategory, label: string, sure: string, likely?: string): PersonalRule => ({
  category,
  label,
  sure: new RegExp(` (${sure}) `),
  ...(likely && { likely: new RegExp(` (${likely}) `) }),
});

/** English first, then German, French, Spanish, Italian, Portuguese, Dutch, Polish, the Nordic languages, Finnish, Czech, Turkish. */
export const RULES: readonly PersonalRule[] = [
  rule(
    "email",
    "e-mail",
    "e ?mails?|email ?address(es)?|mail address|reply to|bcc|correo( electronico)?|courriel|posta elettronica|epost|e posta|sahkoposti|adres email",
    "mail|cc|mejl",
  ),
  rule(
    "phone",
    "phone",
    "phones?|phone (number|no)|telephones?|tel|mobile (phone|number|no)|cell (phone|number)|fax( number)?|msisdn|whatsapp|telefon(e|o|ni?|nr|nummer|numer)?|telefoon(nummer)?|puhelin(numero)?|handy(nummer| nummer)?|rufnummer|celular|movil|portable|cellulare|komorka|mobil(nummer)?",
    "mobile|cell",
  ),
  rule(
    "birth_date",
    "birth date",
    "birth ?date|date of birth|dob|birth ?day|birthdate|born (on|at)|geburts ?(datum|tag)|geb datum|date (de )?naissance|naissance|fecha (de )?nacimiento|nacimiento|data (di |de )?nas(cita|cimento)|nascimento|geboorte ?datum|data urodzenia|fodelse(datum|dato)|fodsels(dato|dag)|syntyma(aika|paiva)|datum narozeni|dogum tarihi",
  ),
  rule(
    "national_id",
    "national id",
    "ssn|social security( number| no)?|national (id|identifier|identity)( number)?|nino|national insurance( number)?|personal id number|passport( number| no)?|drivers? licen[cs]e( number)?|licence number|steuer ?id|steuer ?identifikations ?nummer|sozialversicherungs ?nummer|ausweis ?(nr|nummer)|personalausweis|numero securite sociale|nir|insee|dni|nie|nif|curp|rfc|codice fiscale|cpf|rg|bsn|burger ?service ?nummer|pesel|person ?nummer|personnummer|fodselsnummer|cpr|henkilotunnus|hetu|rodne cislo|tc kimlik( no)?|aadha?ar|sin number|medicare number",
    "tax (id|number)|tin",
  ),
  rule(
    "card",
    "card",
    "card number|credit card number|cc (number|num)|pan|card holder( name)?|credit card (holder|first|last)( name)?|cvv|cvc|card verification value|numero (de )?(carte|tarjeta)|kreditkarten ?nummer|last (four|4)|first six",
  ),
  rule(
    "bank_account",
    "bank account",
    "iban|bank account( number| no| details)?|account number mask|routing number|sort code|bic|konto ?(nummer|nr)|numero (de )?(compte|cuenta|conto)|rekening ?nummer|numer konta",
    "account number",
  ),
  rule(
    "ip",
    "IP address",
    "ip( address| addr)?|remote ip|client ip|ip signup|ip opt|user ip|ipv 4|ipv 6|ipv",
  ),
  rule(
    "location",
    "location",
    "latitude|longitude|lat|lng|geo ?location|gps( coordinates)?|geopoint|breitengrad|langengrad|latitud|longitud",
    "lon|coordinates|location",
  ),
  rule(
    "health",
    "health",
    "diagnos(is|es|e)|medical (record|history|condition)s?( number)?|blood (type|group)|allerg(y|ies|ie|ien)|disabilit(y|ies)|disability status|patient (id|name|number)|insurance (number|policy number)|health (condition|insurance number)|medications?|icd (code)?|krankheit|krankenkasse|befund|enfermedad|maladie",
  ),
  rule(
    "name",
    "name",
    "(first|last|middle|full|given|family|maiden|nick|sur|fore|second|preferred) names?|surname|forename|lastname|firstname|username|user name|screen name|legal first|(contact|customer|recipient|person|patient|employee|buyer|payer|holder|sender|candidate|guest|passenger|applicant|cardholder|author|driver|student|agent full|billing|shipping|account holder|rep|sales rep|to|from) name|addressee|vor ?name|nach ?name|familien ?name|geburts ?name|ansprech ?partner|prenom|nom (de )?famille|nombres?|apellidos?|cognome|sobrenome|apelido|nome completo|nombre completo|voornaam|achternaam|tussenvoegsel|imie|nazwisko|fornavn|etternavn|efternamn|fornamn|efternavn|etunimi|sukunimi|jmeno|prijmeni|soyad( ?i)?|ad soyad",
    "name|display name|real name|nom|nome|naam|navn|namn|nimi",
  ),
  rule(
    "address",
    "address",
    "(street|home|postal|mailing|billing|shipping|delivery|residential|private|work|contact|primary) address( line)?|address line|addr|street( name| number| line)?|house number|(mailing|billing|shipping|delivery|contact|home|address) (street|city|state|zip|zip code|postal code|postcode|post code|town|line|province|suburb)|zip( code)?|zipcode|postal code|postcode|post code|strasse|hausnummer|haus nummer|plz|postleitzahl|wohnort|adresse|anschrift|rue|code postal|calle|direccion|codigo postal|domicilio|indirizzo|via e numero|cap|endereco|cep|logradouro|bairro|straat|huis ?nummer|woonplaats|adres|ulica|kod pocztowy|gate ?adresse|postnummer|gatuadress|katuosoite|osoite|postinumero|ulice|psc|posta kodu",
    "address|city|town|ville|ciudad|citta|cidade|stad|ort|miasto|suburb|county",
  ),
];

/** A name with one of these among its words tells about a fact of the thing, not the thing. */
export const ABOUT = new Set(
  "count counts num total sum amount avg rate ratio percent score rank sent opened clicked delivered bounced bounce bounces unsubscribed subscribed open click opens clicks template templates campaign subject body text html content enabled disabled verified valid invalid validated confirmed status state type types kind format mask flag is has can should allow allowed require required needs opt optin optout consent preference preferences setting settings prefs notification notifications domain provider client model brand os platform version carrier app application plan product item file table column field schema event events metric action page url uri link links path host server device browser agent whitelist blacklist allowlist blocklist quality hash hashed md sha encrypted token key uuid guid id ids fk ref index idx created updated deleted modified changed synced seen at timezone time tz zone offset locale language currency description descriptor check fee fees tax discount category group folder list lists label labels tag tags class department program workflow queue priority source medium".split(
    " ",
  ),
);

/** Words of tables about people. */
export const PEOPLE = new Set(
  "user users customer customers contact contacts person persons people lead leads member members employee employees candidate candidates patient patients visitor visitors subscriber subscribers recipient recipients guest guests client clients owner owners author authors admin admins address addresses staff student students applicant applicants profile profiles shopper shoppers buyer buyers attendee attendees kunde kunden mitarbeiter personen benutzer adressen client clients clientes usuarios personas empleados utilisateurs personnes employes utenti persone dipendenti klanten medewerkers gebruikers".split(
    " ",
  ),
);
