// A type of the application's own, which a schema names as external.
export interface Foreign {
  amount: number;
  unit: string;
}
