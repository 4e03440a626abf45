// What is packed into the page: base64 of zlib streams of JSON, each unpacked when it is first asked for.

const pieces = new Map();
let run = { scenarios: [], treesInAPiece: 1 };

async function unpack(id) {
  const packed = byId(id).textContent;
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

function piece(id) {
  if (!pieces.has(id)) pieces.set(id, unpack(id));
  return pieces.get(id);
}

async function loadRun() {
  [groups, run] = await Promise.all([unpack("words"), unpack("run")]);
}

async function tree(number) {
  if (number === undefined) return null;
  const size = run.treesInAPiece;
  return (await piece(`trees-${Math.floor(number / size)}`))[number % size];
}

function picture(number) {
  return byId(`picture-${number}`).textContent;
}
