import { PATIENTS, type TermGroup } from "@/lib/model/personal/term-group";

/** Illness, treatment and insurance of people. */
export const HEALTH_TERMS: readonly TermGroup[] = [
  {
    category: "health",
    terms:
      "diagnosis|diagnoses|diagnosis code|primary diagnosis|icd|icd code|icd9|icd10|icd10 code|icd 10 code|medical record|medical record number|medical history|medical condition|medical notes|health condition|health insurance|health insurance id|health insurance number|insurance policy number|blood type|blood group|allergy|allergies|allergen|medication|medications|current medications|prescription|immunization|immunizations|vaccination|disability|disability status|disabled person|handicap|pregnancy|chronic disease|disease|symptom|symptoms|mental health|hiv status|genetic data|clinical notes|lab result",
  },
  {
    category: "health",
    terms:
      "diagnose|befund|krankheit|krankenkasse|krankenversicherung|krankenversicherungsnummer|krankenversicherungs nr|blutgruppe|allergien|medikation|medikamente|schwerbehinderung|schwerbehindert|behinderung|groupe sanguin|diagnostic medical|antecedents medicaux|maladie|mutuelle|traitement medical|diagnostico|diagnosi|grupo sanguineo|gruppo sanguigno|alergia|alergias|allergie|enfermedad|historia clinica|discapacidad|malattia|invalidita|doenca|tipo sanguineo|ziekte|bloedgroep|zorgverzekering|choroba|grupa krwi|sjukdom|sygdom|sykdom|sairaus|diagnoosi|nemoc|diagnoza|hastalik|kan grubu",
  },
  {
    category: "health",
    terms:
      "condition concept id|condition source value|drug concept id|drug source value|procedure concept id|procedure source value|cause concept id|cause source value|note text|reason description|reasondescription",
    weak: true,
    within: PATIENTS,
  },
  { category: null, terms: "health check|health status|health score|medication reminder" },
];
