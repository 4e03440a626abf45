// Verifying Ed25519 (RFC 8032, 5.1.7): the browser's own where it has it, else in whole numbers. Nothing here is secret, so that
// it need not take the same time for all numbers.

const P = 2n ** 255n - 19n;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const mod = (number) => ((number % P) + P) % P;
const power = (base, exponent) => {
  let result = 1n;
  for (let square = mod(base), left = exponent; left; left >>= 1n, square = mod(square * square)) {
    if (left & 1n) result = mod(result * square);
  }
  return result;
};
const inverse = (number) => power(number, P - 2n);
const D = mod(-121665n * inverse(121666n));
const ROOT = power(2n, (P - 1n) / 4n);

const fromLittle = (bytes) => bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n);

/** The point that 32 bytes stand for; null where they stand for none. */
const point = (bytes) => {
  const number = fromLittle(bytes), odd = number >> 255n, y = number & ((1n << 255n) - 1n);
  if (y >= P) return null;
  const u = mod(y * y - 1n), v = mod(D * y * y + 1n);
  let x = mod(u * power(v, 3n) * power(u * power(v, 7n), (P - 5n) / 8n));
  const fits = mod(v * x * x);
  if (fits === mod(-u)) x = mod(x * ROOT);
  else if (fits !== u) return null;
  if (!x && odd) return null;
  if ((x & 1n) !== odd) x = P - x;
  return [x, y, 1n, mod(x * y)];
};

const sum = ([x1, y1, z1, t1], [x2, y2, z2, t2]) => {
  const a = mod((y1 - x1) * (y2 - x2)), b = mod((y1 + x1) * (y2 + x2));
  const c = mod(2n * t1 * D * t2), d = mod(2n * z1 * z2);
  const e = b - a, f = d - c, g = d + c, h = b + a;
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
};

const times = (number, base) => {
  let result = [0n, 1n, 1n, 0n];
  for (let twice = base, left = number; left; left >>= 1n, twice = sum(twice, twice)) {
    if (left & 1n) result = sum(result, twice);
  }
  return result;
};

const written = ([x, y, z]) => {
  const over = inverse(z), whole = mod(y * over) | ((mod(x * over) & 1n) << 255n);
  return Uint8Array.from({ length: 32 }, (_, at) => Number((whole >> BigInt(8 * at)) & 255n));
};

let BASE = null;
const plainVerifies = (key, signature, message) => {
  if (key.length !== 32 || signature.length !== 64) return false;
  BASE ||= point(written([0n, mod(4n * inverse(5n)), 1n, 0n]));
  const start = signature.slice(0, 32), scalar = fromLittle(signature.slice(32)), who = point(key);
  if (scalar >= ORDER || !who) return false;
  const challenge = fromLittle(plainSha512(joined(start, key, message))) % ORDER;
  const minus = [mod(-who[0]), who[1], who[2], mod(-who[3])];
  return same(written(sum(times(scalar, BASE), times(challenge, minus))), start);
};

const verifies = async (key, signature, message) => {
  try {
    const imported = await subtle().importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
    return await subtle().verify({ name: "Ed25519" }, imported, signature, message);
  } catch {
    return plainVerifies(key, signature, message); // this browser has no Ed25519 of its own
  }
};
