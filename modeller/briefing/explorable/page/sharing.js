/* A share code, as modeller/scenario/share_code.py reads it. */
const CODE_PREFIX = "LFR1.";
const CHECKSUM_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* The scenario's document with what was moved in it. */
function documentOf(about, levers) {
  const document = structuredClone(about.share.document), { changes } = document;
  for (const lever of about.levers) {
    if (!levers.isMoved(lever)) continue;
    const place = levers.state[lever.key];
    if (place === null) delete changes[lever.key];
    else if (lever.kind === "belief") changes[lever.key] = { central: lever.values[place], spread: lever.spread };
    else changes[lever.key] = lever.values[place];
  }
  if (levers.state.mix !== about.mix.start) document.places = levers.state.mix;
  return document;
}

async function compressed(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function codeOf(about, levers) {
  if (!levers.changed) return about.share.code;
  const packed = await compressed(JSON.stringify(documentOf(about, levers)));
  let letters = "";
  for (const byte of packed) letters += String.fromCharCode(byte);
  const payload = btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(CODE_PREFIX + payload));
  return `${CODE_PREFIX}${payload}.${checksum(new Uint8Array(digest))}`;
}

/* Forty bits as eight signs. */
function checksum(digest) {
  let bits = 0n;
  for (const byte of digest.subarray(0, 5)) bits = (bits << 8n) | BigInt(byte);
  let text = "";
  for (let shift = 35n; shift >= 0n; shift -= 5n) text += CHECKSUM_SIGNS[Number((bits >> shift) & 31n)];
  return text;
}

function saveText(name, text) {
  const link = element("a", { download: name, href: URL.createObjectURL(new Blob([text], { type: "application/json" })) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
