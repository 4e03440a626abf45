// The page at work: it checks anew whenever something else is chosen.

const byId = (id) => document.getElementById(id);
const result = byId("result");
const chosen = (id) => Array.from(byId(id).files);
const readable = (file) => ({ name: file.name, read: async () => new Uint8Array(await file.arrayBuffer()) });

/** The files of the run's folder, by their paths inside it. */
const folder = () =>
  new Map(chosen("run").map((file) => [file.webkitRelativePath.split("/").slice(1).join("/") || file.name, readable(file)]));

const today = () => {
  const now = new Date(), two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

const gathered = async () => {
  const [certificate] = chosen("certificate"), [file] = chosen("key"), [season] = chosen("season");
  const pem = byId("pasted").value.trim() || (file ? await file.text() : "");
  if (!certificate || !pem) return null;
  return {
    certificate: await readable(certificate).read(),
    key: await publicKey(pem),
    files: { main: chosen("main").map(readable), aux: chosen("aux").map(readable) },
    run: folder(),
    season: season ? readable(season) : null,
  };
};

let turn = 0;
const look = async () => {
  const mine = ++turn;
  delete result.dataset.verdict;
  result.replaceChildren();
  try {
    const all = await gathered();
    const found = all && (await check(all, today()));
    if (mine === turn && found) tell(result, found);
  } catch (fault) {
    if (mine !== turn) return;
    const said = fault.said || { zh: `读取失败（原文：${fault.message}）`, en: `reading failed: ${fault.message}` };
    complain(result, said.zh, said.en);
  }
};

for (const input of document.querySelectorAll("input, textarea")) input.addEventListener("input", look);
document.documentElement.dataset.ready = "yes";
