// SHA-256 and SHA-512 (FIPS 180-4), for browsers that offer no WebCrypto to a page opened from a file.

const PRIMES = [];
for (let number = 2; PRIMES.length < 80; number++) {
  if (PRIMES.every((prime) => number % prime)) PRIMES.push(number);
}
const WORD = (1n << 64n) - 1n;

/** The first 64 bits of the fraction of a prime's root: where all constants of both functions come from. */
const fraction = (prime, degree) => {
  const wanted = BigInt(prime) << BigInt(64 * degree);
  let low = 0n, high = 1n << 74n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** BigInt(degree) <= wanted) low = middle; else high = middle;
  }
  return low & WORD;
};
const CUBES = PRIMES.map((prime) => fraction(prime, 3));
const SQUARES = PRIMES.slice(0, 8).map((prime) => fraction(prime, 2));
const upper = (word) => Number(word >> 32n);
const K256 = Int32Array.from(CUBES.slice(0, 64), upper);
const H256 = SQUARES.map(upper);

/** The message with its padding, in blocks of so many bytes. */
const padded = (bytes, block) => {
  const room = block / 8;
  const whole = new Uint8Array(Math.ceil((bytes.length + 1 + room) / block) * block);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  new DataView(whole.buffer).setBigUint64(whole.length - 8, BigInt(bytes.length) * 8n);
  return whole;
};

const plainSha256 = (bytes) => {
  const message = padded(bytes, 64), view = new DataView(message.buffer);
  const hash = Int32Array.from(H256), w = new Int32Array(64);
  const turn = (word, by) => (word >>> by) | (word << (32 - by));
  for (let at = 0; at < message.length; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + 4 * i);
    for (let i = 16; i < 64; i++) {
      const s0 = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      const s1 = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    let [a, b, c, d, e, f, g, h] = hash;
    for (let i = 0; i < 64; i++) {
      const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
      const one = (h + s1 + ((e & f) ^ (~e & g)) + K256[i] + w[i]) | 0;
      const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
      const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => { hash[i] = (hash[i] + word) | 0; });
  }
  const out = new Uint8Array(32), write = new DataView(out.buffer);
  hash.forEach((word, i) => write.setInt32(4 * i, word));
  return out;
};

const plainSha512 = (bytes) => {
  const message = padded(bytes, 128), view = new DataView(message.buffer);
  const hash = SQUARES.slice(), w = new Array(80);
  const turn = (word, by) => ((word >> by) | (word << (64n - by))) & WORD;
  for (let at = 0; at < message.length; at += 128) {
    for (let i = 0; i < 16; i++) w[i] = view.getBigUint64(at + 8 * i);
    for (let i = 16; i < 80; i++) {
      const s0 = turn(w[i - 15], 1n) ^ turn(w[i - 15], 8n) ^ (w[i - 15] >> 7n);
      const s1 = turn(w[i - 2], 19n) ^ turn(w[i - 2], 61n) ^ (w[i - 2] >> 6n);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) & WORD;
    }
    let [a, b, c, d, e, f, g, h] = hash;
    for (let i = 0; i < 80; i++) {
      const s1 = turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n);
      const one = (h + s1 + ((e & f) ^ ((e ^ WORD) & g)) + CUBES[i] + w[i]) & WORD;
      const s0 = turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n);
      const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) & WORD;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) & WORD, c, b, a, (one + two) & WORD];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => { hash[i] = (hash[i] + word) & WORD; });
  }
  const out = new Uint8Array(64), write = new DataView(out.buffer);
  hash.forEach((word, i) => write.setBigUint64(8 * i, word));
  return out;
};

const subtle = () => (globalThis.crypto && globalThis.crypto.subtle) || null;
const sha256 = async (bytes) =>
  subtle() ? new Uint8Array(await subtle().digest("SHA-256", bytes)) : plainSha256(bytes);
