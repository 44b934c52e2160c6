import { overlayBuilder } from "@/lib/sandbox/catalogue/overlay/build-overlay";
import { APPLICATION, CUSTOMISABLE, LITE, MODELLED } from "@/lib/sandbox/catalogue/overlay/features";

const sales = overlayBuilder("Sales", "applications", APPLICATION);
const support = overlayBuilder("Support", "applications", APPLICATION);
const finance = overlayBuilder("Finance", "applications", MODELLED);
const people = overlayBuilder("HumanResources", "applications", APPLICATION);

const CRM = { ...CUSTOMISABLE, deletes: "all tables" } as const;
const light = { connector_class: "lite", features: LITE } as const;

export const BUSINESS = [
  sales("salesforce", "Salesforce", "a customer relationship system", "2016-01-12", {
    features: { ...CRM, row_filtering: true },
  }),
  sales("salesforce_sandbox", "Salesforce Sandbox", "a copy of Salesforce for trials", "2017-07-25", {
    features: CRM,
    docs: "salesforce",
  }),
  sales("hubspot", "HubSpot", "a suite for marketing and sales", "2017-05-02", {
    features: CUSTOMISABLE,
  }),
  sales("dynamics_365", "Microsoft Dynamics 365 CRM", "a customer relationship system", "2018-03-06", {
    features: CRM,
    docs: "microsoft-dynamics/dynamics-365",
  }),
  sales("pipedrive", "Pipedrive", "a customer relationship system for small teams", "2019-10-22"),
  sales("outreach", "Outreach", "a sales engagement platform", "2020-04-28"),
  sales("salesloft", "SalesLoft", "a sales engagement platform", "2020-04-28"),
  sales("gongio", "Gong", "recordings and analysis of sales calls", "2021-11-16"),
  sales("copper", "Copper", "a customer relationship system for Google's apps", "2022-02-22", light),
  sales("close", "Close", "a customer relationship system for inside sales", "2022-05-31", light),
  sales("shopify", "Shopify", "a platform for online stores", "2017-09-19", {
    features: { ...MODELLED, deletes: "some tables", history: true },
  }),
  sales("woocommerce", "WooCommerce", "an online store for WordPress", "2020-09-01"),
  sales("big_commerce", "BigCommerce", "a platform for online stores", "2020-09-15", { docs: "bigcommerce" }),
  sales(
    "amazon_selling_partner",
    "Amazon Selling Partner",
    "orders and stock of sellers on Amazon",
    "2021-08-24",
    { features: MODELLED },
  ),
  sales("square", "Square", "payments at the counter and online", "2019-07-09", { features: MODELLED }),

  support("zendesk", "Zendesk Support", "a ticket desk", "2017-01-17", {
    features: { ...MODELLED, custom_data: true, row_filtering: true },
    docs: "zendesk",
  }),
  support("zendesk_chat", "Zendesk Chat", "live chat with customers", "2018-04-24"),
  support("intercom", "Intercom", "messages between a company and its customers", "2017-04-25", {
    features: MODELLED,
  }),
  support("freshdesk", "Freshdesk", "a ticket desk", "2018-08-28"),
  support("front", "Front", "a shared inbox", "2018-10-16"),
  support("kustomer", "Kustomer", "a customer service platform", "2020-06-30"),
  support("gorgias", "Gorgias", "a ticket desk for online stores", "2022-04-12", light),
  support("helpscout", "Help Scout", "a shared inbox and help centre", "2017-12-05", { docs: "help-scout" }),
  support("twilio", "Twilio", "calls and messages by API", "2020-01-28", { features: MODELLED }),
  support("servicenow", "ServiceNow", "a platform for services within a company", "2018-11-27", {
    features: { ...CUSTOMISABLE, deletes: "all tables" },
  }),

  finance("stripe", "Stripe", "online payments", "2016-09-20", {
    features: { ...MODELLED, deletes: "all tables" },
  }),
  finance("stripe_test", "Stripe Test Mode", "online payments, test data", "2019-06-04", {
    docs: "stripe",
  }),
  finance(
    "netsuite_suiteanalytics",
    "NetSuite SuiteAnalytics",
    "a business suite in the cloud",
    "2017-10-31",
    { features: { ...CUSTOMISABLE, deletes: "all tables" }, docs: "netsuite" },
  ),
  finance("quickbooks", "QuickBooks Online", "bookkeeping for small companies", "2018-01-30"),
  finance("xero", "Xero", "bookkeeping for small companies", "2018-05-22"),
  finance("sage_intacct", "Sage Intacct", "accounting for growing companies", "2018-09-18"),
  finance("recurly", "Recurly", "subscriptions and billing", "2017-12-12"),
  finance("zuora", "Zuora", "subscriptions and billing", "2018-03-13"),
  finance("chargebee_product_catalog_2", "Chargebee", "subscriptions and billing", "2021-07-27", {
    docs: "chargebee",
  }),
  finance("recharge", "Recharge", "subscriptions for online stores", "2020-08-04"),
  finance("braintree", "Braintree Payments", "online payments", "2017-03-14", {
    features: APPLICATION,
    docs: "braintree",
  }),
  finance("paypal", "PayPal", "online payments", "2021-02-16", { features: APPLICATION }),
  finance("adyen", "Adyen", "payments for large merchants", "2021-09-28", { features: APPLICATION }),
  finance("coupa", "Coupa", "a platform for business spending", "2020-12-01", { features: APPLICATION }),
  finance("concur", "SAP Concur", "travel and expenses", "2019-12-10", {
    features: APPLICATION,
    docs: "sap-concur",
  }),
  finance(
    "business_central",
    "Microsoft Dynamics 365 Business Central",
    "a business suite for smaller companies",
    "2022-10-11",
    { features: APPLICATION, docs: "microsoft-dynamics/business-central" },
  ),
  finance("ramp", "Ramp", "company cards and expenses", "2023-05-16", light),
  finance("brex", "Brex", "company cards and expenses", "2023-05-16", light),

  people("workday", "Workday RaaS", "Workday's reports as a service", "2019-09-10", {
    features: { ...LITE, custom_data: true },
  }),
  people("workday_hcm", "Workday HCM", "a system for people and payroll", "2022-07-19", {
    features: { ...CUSTOMISABLE, custom_data: false },
  }),
  people("greenhouse", "Greenhouse", "applicant tracking", "2018-10-23", { features: MODELLED }),
  people("lever", "Lever", "applicant tracking", "2018-12-18", { features: MODELLED }),
  people("bamboohr", "BambooHR", "people records for smaller companies", "2021-03-30"),
  people("sap_success_factors", "SAP SuccessFactors", "a system for people and their goals", "2021-01-12"),
  people("ukg_pro", "UKG Pro", "a system for people and payroll", "2021-06-15"),
  people("adp_workforce_now", "ADP Workforce Now", "payroll and people records", "2021-10-26"),
  people("rippling", "Rippling", "people, payroll and devices", "2023-02-28", light),
  people("hibob", "HiBob", "people records for modern companies", "2022-11-08", light),
  people("15five", "15Five", "a platform for reviews and goals of employees", "2023-10-11", light),
  people("lattice", "Lattice", "reviews and goals of employees", "2023-04-18", light),
  people("culture_amp", "Culture Amp", "surveys among employees", "2022-12-13", light),
] as const;
