/** A request whose body is a file of YAML, sent as it is. */
export const yaml = (text: string) => ({
  body: text,
  bodySerializer: (body: string) => body,
  headers: { 'Content-Type': 'application/yaml' },
});
