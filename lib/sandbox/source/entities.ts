/** A believable table: its name and columns, key first. */
export interface Entity {
  name: string;
  columns: readonly string[];
}

/** Tables that most applications have in one form or another. */
export const COMMON_ENTITIES = entities(`
user: email first_name last_name locale time_zone phone is_active last_login_at created_at
team: name lead_id created_at
role: name description permissions
account: name domain owner_id phone website created_at updated_at
tag: name color created_at
custom_field: name object_type data_type is_required position
webhook: url events is_active created_at
`);

/** Tables of an application by the trade it is in, for those whose real ones are not known. */
export const TRADE_ENTITIES: Readonly<Record<Trade, readonly Entity[]>> = {
  marketing: entities(`
    campaign: account_id name status objective daily_budget currency start_date end_date updated_at
    ad_group: campaign_id name status bid_amount currency created_at
    ad: ad_group_id campaign_id name status final_url created_at updated_at
    ad_performance: ad_id date impressions clicks spend conversions
    audience: name description member_count refreshed_at
    subscriber: email first_name last_name city country subscribed_at unsubscribed_at
    email: campaign_id subject sender_name sent_at
    email_event: email_id subscriber_id type ip_address occurred_at
    landing_page: title url published_at
    conversion: ad_id occurred_at value currency attribution_window
    form_response: form_id respondent_email answers submitted_at
  `),
  sales: entities(`
    company: name domain country employee_count annual_revenue created_at updated_at
    contact: first_name last_name email phone title company_id owner_id city country created_at updated_at
    lead: first_name last_name email phone company status source_id converted_at created_at
    lead_source: name category
    deal: name company_id owner_id stage_id amount currency close_date created_at updated_at
    pipeline: name position is_default
    pipeline_stage: pipeline_id name position probability
    product: name sku description price currency is_active updated_at
    quote: deal_id number status total currency valid_until
    order: customer_id number status currency total_price billing_address_city shipping_address_city created_at
    order_line: order_id product_id quantity unit_price discount
    note: author_id subject_id body created_at
    activity: actor_id subject_type subject_id action occurred_at
  `),
  finance: entities(`
    customer: name email tax_id billing_address_city billing_address_country created_at
    invoice: customer_id number status currency subtotal tax total due_date paid_at created_at
    invoice_line: invoice_id product_id description quantity unit_price amount
    payment: invoice_id method amount currency card_last_four received_at
    refund: payment_id amount currency reason created_at
    payout: amount currency bank_account_id arrival_date status
    subscription: customer_id plan_id status current_period_start current_period_end canceled_at
    plan: name interval price currency
    transaction: account_id type amount currency posted_at description
    vendor: name email iban tax_id created_at
    expense: employee_id vendor_id category amount currency spent_on
    journal_entry: number posted_on memo
    journal_line: journal_entry_id account_id debit credit
  `),
  people: entities(`
    employee: first_name last_name work_email birth_date hire_date job_title department_id manager_id salary
    department: name parent_id manager_id cost_center
    position: title department_id is_open
    candidate: first_name last_name email phone source created_at
    application: candidate_id job_id stage rejected_at created_at
    job: title department_id location_id opened_at closed_at
    interview: application_id interviewer_id scheduled_at score
    time_off: employee_id kind starts_on ends_on status
    compensation: employee_id amount currency effective_on
    location: name street city country
  `),
  work: entities(`
    project: name status owner_id starts_on due_on budget archived
    task: project_id assignee_id title status priority due_on completed_at created_at
    comment: author_id parent_id body created_at updated_at
    attachment: parent_id file_name mime_type size url uploaded_by_id created_at
    document: title owner_id folder_id mime_type version created_at modified_at
    channel: name topic is_private creator_id member_count created_at
    message: channel_id sender_id body sent_at edited_at
    meeting: host_id topic starts_at duration_minutes participant_count
    meeting_participant: meeting_id user_id email joined_at left_at
    time_entry: user_id project_id task_id hours billable spent_on
    group: name description created_at
    activity: actor_id subject_type subject_id action occurred_at
  `),
  support: entities(`
    ticket: requester_id assignee_id subject status priority channel created_at solved_at
    ticket_message: ticket_id author_id body sent_at
    requester: name email phone organization_id created_at
    organization: name domain created_at
    satisfaction_rating: ticket_id score comment created_at
    article: title author_id category_id published_at
    call: agent_id phone_number duration_seconds recording_url started_at
    sla_policy: name first_response_minutes resolution_minutes
    schedule: name time_zone starts_at ends_at
    macro: title actions is_active
  `),
  systems: entities(`
    event: name type user_id session_id ip_address user_agent occurred_at
    session: user_id ip_address started_at ended_at landing_page referrer
    device: user_id platform model os_version last_seen_at
    page: title url path published_at
    repository: name owner_id is_private default_branch created_at
    deployment: repository_id environment status deployed_by_id deployed_at
    alert: service_id severity message opened_at closed_at
    incident: title severity commander_id started_at resolved_at
    audit_log: actor_id action target ip_address occurred_at
    metric: name unit value measured_at
    report: name type owner_id last_run_at
  `),
};

export type Trade = "marketing" | "sales" | "finance" | "people" | "work" | "support" | "systems";

/** Tables of a shop's database, by schema. */
export const DATABASE_ENTITIES: Readonly<Record<"main" | "billing" | "audit" | "people", readonly Entity[]>> =
  {
    main: entities(`
    users: email password_hash first_name last_name phone locale ip_address created_at last_seen_at
    addresses: user_id street postcode city country_code latitude longitude
    products: sku title description price_cents currency weight_grams is_active updated_at
    product_variants: product_id sku size color stock
    categories: parent_id name slug position
    orders: user_id number status currency total_cents placed_at shipped_at coupon_code
    order_items: order_id product_id quantity unit_price_cents discount_cents
    carts: user_id session_token expires_at
    sessions: user_id client_ip user_agent started_at
    shipments: order_id carrier tracking_number shipped_at delivered_at
    returns: order_id reason refunded_cents received_at
    reviews: product_id user_id rating title body published_at
    coupons: code percent_off valid_until max_uses
    inventory_movements: product_id warehouse_id quantity reason moved_at
    warehouses: name city country_code
    newsletter_subscribers: email first_name consent_at unsubscribed_at
    feature_flags: key enabled rollout_percent
  `),
    billing: entities(`
    customers: name email tax_id iban bic country_code created_at
    kunden: vorname nachname telefon geburtsdatum straße plz ort iban steuer_id
    invoices: customer_id number status currency total_cents due_on paid_on
    invoice_lines: invoice_id description quantity unit_price_cents tax_rate
    payments: invoice_id method card_number_last4 amount_cents received_at
    subscriptions: customer_id plan status renews_on cancelled_at
    dunning_letters: invoice_id level sent_on
    ledger_entries: account debit_cents credit_cents booked_on
    exchange_rates: currency rate valid_on
  `),
    audit: entities(`
    events: actor_id action object_type object_id ip_address occurred_at
    logins: user_id ip_address user_agent succeeded occurred_at
    exports: requested_by_id table_name row_count created_at
    permission_changes: user_id role granted_by_id occurred_at
  `),
    people: entities(`
    employees: given_name family_name work_email private_email ssn passport_number birth_date gender salary hired_on
    mitarbeiter: vorname nachname geburtsdatum geschlecht gehalt konto iban eintritt_am
    empleados: nombre apellidos fecha_nacimiento correo telefono nif
    salariés: prénom nom adresse téléphone naissance
    absences: employee_id kind starts_on ends_on
    payroll_runs: period executed_at gross_cents
  `),
  };

function entities(text: string): readonly Entity[] {
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [name = "", columns = ""] = line.trim().split(": ");
      return { name, columns: ["id", ...columns.split(" ")] };
    });
}
