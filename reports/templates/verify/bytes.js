// Bytes and how they are written.

const encoder = new TextEncoder();
const utf8 = (text) => encoder.encode(text);
const text = (bytes) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);
const hex = (bytes) => Array.from(bytes, (one) => one.toString(16).padStart(2, "0")).join("");

/** Either alphabet of base64, as DSSE asks of whoever reads; an error for anything else. */
const base64 = (written) => {
  const plain = written.replace(/-/g, "+").replace(/_/g, "/");
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(plain) || plain.length % 4) throw new Error("base64");
  return Uint8Array.from(atob(plain), (letter) => letter.charCodeAt(0));
};

const joined = (...pieces) => {
  const whole = new Uint8Array(pieces.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};

const same = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);
