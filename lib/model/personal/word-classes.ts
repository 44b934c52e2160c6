const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Before a term they make it a yes or no, a count or a rule: is_email_bounced, nb_mails, tipo_telefono. */
export const FLAGS = words(
  "preferences prefs settings setting is has have had can may must should allow allows allowed use uses using show shows hide need needs require requires required enable enables enabled disable disabled send sends receive receives no not do count total nb num_of bounced unsubscribed unsubscribe invalid verified id ids type typ tipo types typu rodzaj invalidate same duplicate reg ignore verify validate confirm skip accepts marked opt opted last_change days",
);

/** After a term they tell a fact about it rather than the thing: email_sent_count, address_id, phone_verified. */
export const FACTS = words(
  "identifier search id ids uuid guid key fk ref index idx count counts num total sum avg rate ratio percent score rank rating quality accuracy sent send opened open opens clicked clicks click delivered delivery bounced bounce bounces unsubscribed subscribed subscription unsubscribe template templates campaign campaigns subject body text html content preview enabled disabled enable verified verification verify verifying valid invalid validated validation confirmed confirmation status state type types kind format mask flag flags is opt optin optout in out consent preference preferences pref prefs setting settings notification notifications notify provider client model brand os platform version carrier app application plan product item file files table field fields schema event events metric action page url uri link links path host server device browser agent whitelist blacklist allowlist blocklist hash md5 sha256 token tokens uid created updated deleted modified changed changes change synced seen at on when by date dates time timestamp day days timezone timezones tz zone zones offset locale language currency description descriptor check checked checks fee fees tax discount category group groups folder tag tags label labels list lists program workflow queue priority source medium required requires optional allowed allow default limit max min length size level class code prefix suffix order sort position step bucket encoding theme themes reminder history log logs signature frequency domain domains interval visibility public region country state province same marketing promotion newsletter transactions surcharge unit precision rule rules range pool reason error errors message messages view views header footer image photo picture icon logo pronunciation badge extension meta metadata concept transfer options option mode expiry expiration issued issue place parameters results result company request requests response processing process success confirm blocked blocking engine ms p95 window pixel emails sending activity invoices quotes statements orders vouchers notes fulfilments sales deliverability reset reg as username login internal campaignid estimated amount auth authorization street_view versandt versendet verschickt gesendet enviado enviada enviados envoye envoyes inviato verzonden wyslany bestellt kennzahl bestatigt confirmado active aktiv usage enum bin holder_type tier entity",
);

/** Roles of people: beside a weak term or as what a table is about. Singular; a plural "s" is taken off. */
export const PEOPLE_WORDS = words(
  "user users customer contact person people persona lead member employee candidate patient visitor subscriber recipient guest client owner author admin staff student applicant profile shopper buyer attendee passenger driver manager supervisor agent rep representative sender receiver payer payee beneficiary debtor creditor holder cardholder guardian parent mother father spouse child partner assistant physician doctor teacher instructor actor giver giftee referrer referral provider approver requester reporter assignee worker personnel contractor consultant individual human resident citizen tenant donor voter player follower friend participant respondent respondant organizer host signer signatory witness operator seller salesperson crew voornaam kunde kunden mitarbeiter benutzer nutzer ansprechpartner empfanger empfaenger besteller fahrer patienten inhaber person personen personne personnes salarie salaries employe employes utilisateur utilisateurs destinataire adherent adherents medecin cliente clientes usuario usuarios persona personas empleado empleados destinatario paciente pacientes cliente clienti utente utenti dipendente dipendenti funcionario funcionarios klant klanten medewerker medewerkers gebruiker gebruikers klient klienci pracownik uzytkownik kund kunder anstalld bruker ansatte ansat medlem asiakas asiakkaat tyontekija zakaznik zakaznici zamestnanec uzivatel musteri musteriler calisan kullanici emp cust empl socpeople hausarzt traitant adressbuch nickname wishlist_owner author1 beneficiaries employees customers",
);

/** Beside a city they say that it is part of somebody's address. */
export const ADDRESS_WORDS = words(
  "address addresses addr billing shipping mailing delivery home postal ship bill residence residential other primary secondary support recipient ach return adresse adressen adresses direccion direcciones indirizzo indirizzi endereco enderecos adres adressen livraison facturation lieferung rechnung envio facturacion spedizione fatturazione entrega property location shipto billto card bank",
);

/** Add nothing: places, orders, prefixes that tools put before what people add. */
export const PLAIN_WORDS = words(
  "primary secondary main alt alternate alternative other additional old new current previous prev original raw clean normalized sanitized lower upper formatted full real legal public private personal work office business home daytime direct default preferred custom custentity property merge inferred geo geoip c x my the a an of for and s e de del della des du da do dos das d la le el l di von der den des dem nr no number num value field fld col column txt str val wp ps hs cf attribute attr data detail details info backup recovery unconfirmed confirmed unique catch all hidden enc encrypted masked mask plain digits kana kanji local emergency es dnb mkto bt stripe evidence purchase in account pendo salesforce zoominfo iq app company business support org complete partner personnel registration newsletter signup sign up tos acceptance anonymous updated created by last first_ sec p1 e164 text line 1 2 3 4 5 kontakt prive privat perso privado privada pro professionnel trabajo casa lavoro ufficio casa residencial comercial",
);

/** What a table is about when it is about no people. */
export const THING_WORDS = words(
  "product item article category type template campaign event file table page list group role team tag field column attribute attribut setting option config plan job task project program process queue metric feature app application browser device model brand store shop company organization organisation account repository repo branch channel country region zone state city department class code currency language unit warehouse location airport carrier rate tax coupon discount promotion domain host server node cluster key token flow step stage board sprint issue ticket story section workflow folder document report dashboard segment audience form survey question media image theme script version release build tenant realm component subsidiary resource category subscription invoice order line entry artikel produkt produkte filiale produit produits commune communes commande producto productos pedido prodotto prodotti ordine ordini producten bestelling produto produtos produkty klasse kategorie term taxonomy link concept site bank carrier lang feedback vendor supplier shipper permission privilege terms hosts stat stats log",
);

/** Say nothing of what a table is about. */
export const TABLE_NOISE = words(
  "history archive archived snapshot tmp temp old new raw stg staging dim fact fct tbl t v view vw base master data info detail details entity ext extended extra log copy backup bak list_ all current latest audit lookup merge submission record records netsuite dbo wp ps llx res hr crm sales wc s app 1 2 3 4",
);

export const MESSAGE_WORDS = words(
  "email emails mail mails message messages sms call calls engagement mailing correo courriel",
);
export const BANK_WORDS = words(
  "bank banks payment payments payout payouts ach sepa debit transfer mandate iban zahlung zahlungsinfo konto pagamento pago paiement compte",
);
export const CARD_WORDS = words("card cards karte carte tarjeta carta zahlungsinfo");
export const PATIENT_WORDS = words(
  "patient patients condition conditions drug procedure death note diagnosis medication encounter observation measurement patienten pacientes allergy exposure occurrence",
);
