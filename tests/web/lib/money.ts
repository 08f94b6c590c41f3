// A type of the application that the large example names as external.
export type Money = `${number} ${string}`;
