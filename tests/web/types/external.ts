// What an application has already; the golden `types_of_the_application` imports it.

export interface Money {
  amount: string;
  currency: "EUR" | "USD";
}

export interface Settings {
  theme: string;
}
