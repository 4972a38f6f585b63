/**
 * A page that leads on at once. The session's cookie is sent with no request that another site led to, and the provider
 * led here: from this page on it is the site's own.
 */
export function forwardingPage(path: string): string {
  const target = path.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Signed in</title><meta http-equiv="refresh" content="0;url=${target}"></head>
<body><p>Signed in. <a href="${target}">Continue</a></p></body>
</html>
`;
}
