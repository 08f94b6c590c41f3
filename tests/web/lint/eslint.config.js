// What strict rules say of generated files once the line is gone that turns them off.
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  tseslint.configs.strictTypeChecked,
  reactHooks.configs.flat["recommended-latest"],
  {
    languageOptions: {
      parserOptions: {
        project: "./tsconfig.json",
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // What a schema says is deprecated is generated all the same.
      "@typescript-eslint/no-deprecated": "off",
      // A namespace in which nothing is sent has an interface all the same, and an ack style may add nothing to an answer.
      "@typescript-eslint/no-empty-object-type": [
        "error",
        { allowInterfaces: "always", allowObjectTypes: "always" },
      ],
    },
  },
);
