import { overlayBuilder } from "@/lib/sandbox/catalogue/overlay/build-overlay";
import { ADS, APPLICATION, LITE, MODELLED, STREAM } from "@/lib/sandbox/catalogue/overlay/features";

const ads = overlayBuilder("Marketing", "applications", ADS);
const marketing = overlayBuilder("Marketing", "applications", MODELLED);
const plain = overlayBuilder("Marketing", "applications", APPLICATION);

export const MARKETING = [
  ads("google_ads", "Google Ads", "an online advertising platform", "2022-06-10"),
  ads("facebook_ads", "Facebook Ads", "Meta's advertising platform", "2022-03-15"),
  ads("linkedin_ads", "LinkedIn Ads", "advertising to professionals", "2018-07-17", {
    docs: "linkedin-ad-analytics",
  }),
  ads("bingads", "Microsoft Advertising", "advertising on Bing and its partners", "2017-03-21", {
    docs: "microsoft-advertising",
  }),
  ads("tiktok_ads", "TikTok Ads", "advertising in short videos", "2021-06-22"),
  ads("twitter_ads", "X Ads", "advertising on X", "2018-05-08"),
  ads("pinterest_ads", "Pinterest Ads", "advertising on Pinterest", "2018-08-21"),
  ads("snapchat_ads", "Snapchat Ads", "advertising on Snapchat", "2019-03-12"),
  ads("reddit_ads", "Reddit Ads", "advertising on Reddit", "2023-01-24"),
  ads("amazon_ads", "Amazon Ads", "advertising in Amazon's stores", "2021-10-19"),
  ads("apple_search_ads", "Apple Search Ads", "advertising in the App Store", "2019-09-24"),
  ads(
    "double_click_campaign_manager",
    "Google Campaign Manager 360",
    "an ad server for advertisers",
    "2018-10-30",
    { docs: "google-campaign-manager-360" },
  ),
  ads(
    "google_display_and_video_360",
    "Google Display & Video 360",
    "a buying platform for display ads",
    "2020-05-12",
  ),
  ads("google_search_ads_360", "Google Search Ads 360", "search advertising across engines", "2022-12-06"),
  ads("the_trade_desk", "The Trade Desk", "a buying platform for ads", "2021-12-07", { features: STREAM }),
  ads("criteo", "Criteo", "retargeting advertising", "2019-06-18"),
  ads("taboola", "Taboola", "advertising by recommended content", "2019-08-06"),
  ads("outbrain", "Outbrain", "advertising by recommended content", "2019-08-06"),

  marketing("google_analytics_4", "Google Analytics 4", "web and app analytics", "2022-04-26"),
  plain(
    "google_analytics_4_export",
    "Google Analytics 4 Export",
    "raw analytics events from BigQuery",
    "2022-08-09",
  ),
  plain("google_search_console", "Google Search Console", "how a site does in Google's search", "2019-04-30"),
  marketing("facebook_pages", "Facebook Pages", "what happens on a page of Facebook", "2020-11-17"),
  marketing(
    "instagram_business",
    "Instagram Business",
    "what happens on a business account of Instagram",
    "2020-11-17",
  ),
  marketing(
    "linkedin_company_pages",
    "LinkedIn Company Pages",
    "what happens on a page of LinkedIn",
    "2021-01-26",
  ),
  marketing("twitter", "X Organic", "what happens to posts on X", "2020-12-15", { docs: "twitter-organic" }),
  marketing("youtube_analytics", "YouTube Analytics", "how videos do on YouTube", "2020-03-24"),
  marketing("marketo", "Marketo", "marketing automation", "2017-01-31"),
  marketing(
    "pardot",
    "Marketing Cloud Account Engagement",
    "marketing automation by Salesforce",
    "2017-08-29",
    { docs: "salesforce-marketing-cloud-account-engagement" },
  ),
  marketing("mailchimp", "Mailchimp", "e-mail marketing", "2017-02-21"),
  marketing("klaviyo", "Klaviyo", "e-mail and SMS marketing", "2018-06-26"),
  marketing("iterable", "Iterable", "messages to customers across channels", "2018-11-20"),
  plain("braze", "Braze", "messages to customers across channels", "2019-05-21"),
  plain("salesforce_marketing_cloud", "Salesforce Marketing Cloud", "marketing automation", "2018-02-27"),
  plain("sendgrid", "SendGrid", "an e-mail delivery service", "2017-10-10"),
  plain("customerio", "Customer.io", "automated messages to customers", "2022-01-25", {
    connector_class: "lite",
    features: LITE,
  }),
  plain("appsflyer", "AppsFlyer", "attribution of app installs", "2018-12-11", { features: STREAM }),
  plain("adjust", "Adjust", "attribution of app installs", "2018-12-11", { features: STREAM }),
  plain("branch", "Branch", "deep links and attribution", "2019-01-15", { features: STREAM }),
  marketing("itunes_connect", "Apple App Store", "how apps do in Apple's store", "2019-02-05", {
    docs: "apple-app-store",
  }),
  marketing("google_play", "Google Play", "how apps do in Google's store", "2019-02-05"),
  marketing("amplitude", "Amplitude", "product analytics", "2019-11-05"),
  plain("mixpanel", "Mixpanel", "product analytics", "2017-06-06", {
    features: { ...STREAM, data_models: true },
  }),
  marketing("pendo", "Pendo", "product analytics and guides", "2020-02-18"),
  plain("adobe_analytics", "Adobe Analytics", "web analytics", "2020-07-28", { features: ADS }),
  plain("optimizely", "Optimizely", "experiments on websites", "2018-09-25"),
  marketing("qualtrics", "Qualtrics", "surveys and experience management", "2020-10-27"),
] as const;
