export const typedIn = () => ({ forget: () => {} });
