// The digest that Android packages share which differ in nothing but the channel in their APK Signing Block.

const END_SIZE = 22, LONGEST_COMMENT = 0xffff, HEAD_SIZE = 8, ID_SIZE = 4;
const BLOCK_MAGIC = utf8("APK Sig Block 42"), BLOCK_TAIL = 8 + BLOCK_MAGIC.length;
const SIGNATURES = [0x7109871a, 0xf05368c0, 0x1b93ad61];

const little = (number, size) =>
  Uint8Array.from({ length: size }, (_, at) => Number((BigInt(number) >> BigInt(8 * at)) & 255n));

/** Where the end record begins; -1 where there is none. */
const endOf = (bytes, view) => {
  for (let at = bytes.length - END_SIZE; at >= Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === 0x06054b50 && at + END_SIZE + view.getUint16(at + 20, true) === bytes.length) return at;
  }
  return -1;
};

/** Where the signing block begins; the directory where there is none, -1 where its sizes contradict. */
const blockOf = (bytes, view, directory) => {
  if (directory > bytes.length) return -1;
  if (directory < BLOCK_MAGIC.length || !same(bytes.slice(directory - BLOCK_MAGIC.length, directory), BLOCK_MAGIC)) return directory;
  const at = directory - BLOCK_TAIL;
  if (at < 0) return -1;
  const size = view.getBigUint64(at, true), begin = BigInt(directory) - size - BigInt(HEAD_SIZE);
  if (begin < 0n || begin > BigInt(at - HEAD_SIZE)) return -1;
  return view.getBigUint64(Number(begin), true) === size ? Number(begin) : -1;
};

/** The pairs of id and value in a block; null where they do not fill it. */
const pairsOf = (block) => {
  const view = new DataView(block.buffer, block.byteOffset, block.length), found = [];
  let at = HEAD_SIZE;
  const last = block.length - BLOCK_TAIL;
  while (at < last) {
    if (last - at < HEAD_SIZE + ID_SIZE) return null;
    const size = view.getBigUint64(at, true);
    if (size < BigInt(ID_SIZE) || BigInt(at + HEAD_SIZE) + size > BigInt(last)) return null;
    const end = at + HEAD_SIZE + Number(size);
    found.push([view.getUint32(at + HEAD_SIZE, true), block.slice(at + HEAD_SIZE + ID_SIZE, end)]);
    at = end;
  }
  return found;
};

const butChannel = async (bytes) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = endOf(bytes, view);
  if (end < 0) return "";
  const directory = view.getUint32(end + 16, true), begin = blockOf(bytes, view, directory);
  const pairs = begin < 0 || directory > end ? null : pairsOf(bytes.slice(begin, directory));
  if (!pairs) return "";
  const signed = pairs.filter(([key]) => SIGNATURES.includes(key));
  signed.sort(([one, mine], [other, its]) => one - other || (hex(mine) < hex(its) ? -1 : 1));
  const marks = signed.map(([key, value]) => joined(little(key, 4), little(value.length, 8), value));
  return hex(await sha256(joined(
    bytes.slice(0, begin), bytes.slice(directory, end + 16), little(begin, 4), bytes.slice(end + 20), ...marks,
  )));
};
