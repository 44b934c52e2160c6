import { ADDRESSES, PEOPLE, type TermGroup, THINGS } from "@/lib/model/personal/term-group";

/** Where people live and where they are. */
export const ADDRESS_TERMS: readonly TermGroup[] = [
  {
    category: "address",
    terms:
      "location address|return address|address 0|address 1|address 2|address 3|owner address|street|street address|street name|street number|street no|street line|house number|house no|home address|postal address|mailing address|billing address|bill address|shipping address|ship address|ship to address|delivery address|residential address|permanent address|present address|invoice address|address line|addr line|addr|address street|address text|addr text|mailing street|post code|postcode|postal code|zip code|zip|zip postal code|pin code|eircode",
  },
  {
    category: "address",
    terms:
      "strasse|str nr|strassenname|hausnummer|haus nr|plz|postleitzahl|wohnort|wohnadresse|anschrift|adresse|adresszusatz|adress zusatz|lieferadresse|rechnungsadresse|stras|pstlz|lieferort|ort01|adresse postale|adresse livraison|adresse facturation|code postal|rue|num rue|numero rue|complement adresse|direccion|direccion envio|calle|codigo postal|cod postal|domicilio|poblacion|indirizzo|indirizzo spedizione|numero civico|codice postale|endereco|endereco entrega|logradouro|bairro|cep|codigo postal|morada|numero endereco|numero imovel|straat|straatnaam|huisnummer|huisnr|huisnummer toevoeging|postcode huisnummer|woonplaats|adres|woonadres|bezorgadres|factuuradres|afleveradres",
  },
  {
    category: "address",
    terms:
      "ulica|nr domu|nr mieszkania|numer domu|kod pocztowy|miejscowosc|adres zamieszkania|gatuadress|postnummer|postnr|postort|vejnavn|husnummer|husnr|gateadresse|poststed|katuosoite|postinumero|postitoimipaikka|kotiosoite|osoite|ulice|psc|cislo popisne|adresa|posta kodu|mahalle|sokak",
  },
  { category: "address", terms: "address", weak: true, outside: THINGS },
  { category: "address", terms: "line", weak: true, within: ADDRESSES },
  {
    category: "address",
    terms:
      "city|town|suburb|city village|ville|ciudad|localidad|citta|comune|cidade|stad|plaats|ort|stadt|miasto|mesto|ilce|cap|via|kaupunki|sehir|address kana town|kana town|kanji town",
    weak: true,
    within: PEOPLE | ADDRESSES,
  },
  {
    category: "location",
    terms:
      "latitude|longitude|geo latitude|geo longitude|lat lng|lat long|lat lon|geo location|geolocation|gps|gps coordinates|geo point|spatial location|breitengrad|langengrad|latitud|longitud|latitudine|longitudine|last known location|approx location|home location|current location|user location",
  },
  {
    category: "location",
    terms: "lat|lng|lon|coordinates",
    weak: true,
  },
  { category: "location", terms: "location|long", weak: true, within: PEOPLE },
  {
    category: null,
    terms:
      "address type|zip file|zip rule|address format|street view|city name|shipping zone|postal regex|default address|default billing|default shipping|via api|account type|cost centre",
  },
];
