import { MESSAGES, PEOPLE, type TermGroup } from "@/lib/model/personal/term-group";

/** E-mail addresses, phone numbers and IP addresses. */
export const CONTACT_TERMS: readonly TermGroup[] = [
  {
    category: "email",
    terms:
      "email|email address|email id address|mail address|email addr|mail addr|adresse mail|adresse email|courriel|adresse electronique|correo|correo electronico|direccion correo|posta elettronica|indirizzo email|indirizzo mail|endereco email|adres email|adres mail|poczta elektroniczna|epost|epost adresse|epost adress|eposta|sahkoposti|sahkopostiosoite|mail adresse|email adres|email adresse|emailova adresa|sender email|from mail",
  },
  { category: "email", terms: "bcc|reply to|email to|email from|email cc", weak: true },
  {
    category: "email",
    terms: "cc|from|to|recipient|recipients|sender",
    weak: true,
    within: MESSAGES,
  },
  { category: "email", terms: "mail|mejl", weak: true },
  {
    category: "phone",
    terms:
      "phone|phone number|phone no|phone num|telephone|telephone number|tel|tel no|telno|mobile phone|mobile number|mobile no|cell phone|cell number|home phone|fax|fax number|faxnummer|fax nr|telefax|msisdn|whatsapp|whatsapp number|sms number|telefon|telefonnummer|telefon nr|telefon numarasi|telefono|telefone|telefoon|telefoonnummer|telefonni cislo|numer telefonu|nr telefonu|telefonu|telf|handynummer|handy|mobilnummer|mobilfunk|mobiltelefon|mobielnummer|mobiel|rufnummer|festnetz|numero telephone|num tel|num telephone|portable|tel portable|movil|telefono movil|numero telefono|celular|cellulare|telefone celular|telemovel|fastnet|puhelin|puhelinnumero|matkapuhelin|cep telefonu|gsm|telf1|telf2|telfx",
  },
  {
    category: "phone",
    terms: "mobile|mobil|cell|phone ext",
    weak: true,
    within: PEOPLE | MESSAGES,
  },
  { category: "phone", terms: "to number|from number|user mobile|personal mobile|custom mobile", weak: true },
  {
    category: "ip",
    terms:
      "ip|ip address|ip addr|ipv4|ipv6|ipv4 address|ipv6 address|client ip|client ip address|client ip addr|user ip|user ip address|user ip addr|source ip address|remote ip address|remote ip|remote addr|remote address|real ip|source ip|x forwarded for|forwarded for|adresse ip|direccion ip|indirizzo ip|endereco ip|ip adresse|ip adres",
  },
  {
    category: null,
    terms:
      "server ip|server ip address|host ip address|host ip|private ip|elastic ip|ip range|ip pool|mac address|web address|url address|contract address|wallet address|memory address|base address|phone model|phone os|phone code|area code|area cod|phone area|phone country|mail server|mail client|mail chimp|mail box|mailbox|mailing list|email domain|email address id|phone number id",
  },
];
