// What still holds, what was changed, what nobody looked at: the same questions as `examgate verify`.

const holds = (zh, en) => ({ standing: "holds", zh, en });
const changed = (zh, en) => ({ standing: "changed", zh, en });
const unchecked = (zh, en) => ({ standing: "unchecked", zh, en });
const APPS = { main: ["主机应用", "main app"], aux: ["辅机应用", "aux app"] };
const WHOLE = "";

const check = async ({ certificate, key, files, run, season }, today) => {
  const { payload, signed, ids } = await unsealed(certificate, key);
  if (!signed) return { statement: null, remarks: [ofSignature(key, ids)] };
  const found = statement(payload), said = found.predicate;
  const remarks = [holds(`签名有效，密钥标识 ${key.id}`, `signature, by the key ${key.id}`), ofDays(said, today)];
  for (const role of ["main", "aux"]) remarks.push(...(await ofApp(role, files[role], said)));
  remarks.push(...(await ofRun(run, said)));
  if (season) remarks.push(ofSeason(hex(await sha256(await season.read())), season.name, said));
  return { statement: found, remarks };
};

const ofSignature = (key, ids) =>
  ids.includes(key.id)
    ? changed("该声明在签署后被改动：签名与其内容不符", "the certificate itself was changed since it was signed: its signature does not fit what it says")
    : changed(
        `该声明由另一密钥签署（${ids.filter(Boolean).join("、") || "未注明"}），而非 ${key.id}`,
        `the certificate was signed with another key (${ids.filter(Boolean).join(", ") || "unnamed"}), not with ${key.id}`,
      );

const ofDays = (said, today) => {
  const issued = said.issued.slice(0, 10);
  if (today > said.until) return changed(`该声明有效期至${said.until}，现已失效`, `it was valid until ${said.until} only`);
  if (today < issued) {
    return changed(`该声明的签发日期${issued}晚于本机当前日期；请检查本机时钟`, `it is dated ${issued}, which is yet to come; is this machine's clock right?`);
  }
  return holds(`有效期自${issued}至${said.until}`, `valid from ${issued} until ${said.until}`);
};

const ofApp = async (role, files, said) => {
  const [zh, en] = APPS[role], known = said.app_files.filter((row) => row.role === role);
  if (!known.length) {
    const ran = said.apps.some((one) => one.party === `${role} app`);
    return files.length || ran ? [unchecked(`${zh}：本声明未载明其文件`, `${en}: this certificate names no file of it`)] : [];
  }
  const remarks = [], met = new Set();
  for (const file of files) {
    const bytes = await file.read(), digest = hex(await sha256(bytes));
    const exact = known.find((row) => row.sha256 === digest);
    const shared = exact ? "" : await butChannel(bytes);
    const row = exact || known.find((one) => one.but_channel && one.but_channel === shared);
    if (row) met.add(row.part || row.name);
    if (exact) remarks.push(holds(`${zh}：${file.name}`, `${en}: ${file.name}`));
    else if (row) {
      remarks.push(holds(
        `${zh}：${file.name}，除签名块中的渠道标记外与 ${row.name} 一致`,
        `${en}: ${file.name}, equal to ${row.name} but for the channel in its signing block`,
      ));
    } else {
      const listed = known.map((one) => `${one.name} ${one.sha256}`);
      remarks.push(changed(
        `${zh}：${file.name} 被改动或系另一文件（SHA-256 ${digest}）；声明所载为 ${listed.join("、")}`,
        `${en}: ${file.name} was changed or is another file (SHA-256 ${digest}); certified: ${listed.join(", ")}`,
      ));
    }
  }
  const missing = [...new Set(known.map((row) => row.part || row.name))].filter((name) => !met.has(name)).sort();
  if (missing.length && remarks.every((one) => one.standing === "holds")) {
    remarks.push(unchecked(`${zh}：未核对 ${missing.join("、")}`, `${en}: ${missing.join(", ")} not checked`));
  }
  return remarks;
};

const ofSeason = (digest, name, { season }) =>
  digest === season.sha256
    ? holds(`招考年度 ${season.id}：${name}`, `season ${season.id}: ${name}`)
    : changed(
        `招考年度 ${season.id}：${name} 被改动（SHA-256 ${digest}，声明所载为 ${season.sha256}）`,
        `season ${season.id}: ${name} was changed (SHA-256 ${digest}, certified ${season.sha256})`,
      );

const ofRun = async (run, said) => {
  if (!run.size) return [unchecked("未核对证据；请选择运行目录", "evidence was not checked; choose the run's folder")];
  const remarks = [];
  const results = run.has("results.json") ? await parsed(run.get("results.json")) : null;
  const digests = new Map();
  for (const [name, file] of run) digests.set(name, hex(await sha256(await file.read())));
  if (results && digests.get("journal.jsonl") !== said.files["journal.jsonl"] && results.started !== said.started) {
    return [changed(
      `这是另一次运行（开始于${results.started}）；声明所载的运行开始于${said.started}`,
      `this is another run, begun ${results.started}; certified is the one begun ${said.started}`,
    )];
  }
  for (const [name, digest] of Object.entries(said.files)) {
    if (!digests.has(name)) remarks.push(changed(`缺少 ${name}`, `${name} is missing`));
    else if (digests.get(name) === digest) continue;
    else if (name === "season.toml") remarks.push(ofSeason(digests.get(name), name, said));
    else if (name === "results.json") remarks.push(...ofResults(results, said));
    else remarks.push(changed(`${name} 被改动`, `${name} was changed`));
  }
  for (const name of run.keys()) {
    if (name.startsWith("evidence/") && !(name in said.files)) {
      remarks.push(changed(`${name} 系后来加入，声明未载明`, `${name} was added since; the certificate does not know it`));
    }
  }
  const more = [...run.keys()].filter((name) => !(name in said.files) && !name.startsWith("evidence/"));
  const names = [...new Set(more.map((name) => name.split("/")[0]))];
  const shown = names.slice(0, 5), rest = names.length > 5 ? " …" : "";
  const beside = names.length
    ? [unchecked(`声明未涵盖：${shown.join("、")}${rest}`, `not part of what was certified: ${shown.join(", ")}${rest}`)]
    : [];
  const count = Object.keys(said.files).length;
  return [...remarks, ...beside, ...(remarks.length ? [] : [holds(`运行目录的全部${count}个文件`, `all ${count} files of the run`)])];
};

const parsed = async (file) => {
  try {
    const found = JSON.parse(text(await file.read()));
    return Array.isArray(found.rules) && Array.isArray(found.scenarios) ? found : null;
  } catch {
    return null;
  }
};

const ofResults = (results, said) => {
  const name = "results.json";
  if (!results) return [changed(`${name} 被改动，已无法读取`, `${name} was changed and cannot be read any more`)];
  const before = new Map(Object.entries(said.scenarios)), now = new Map([[WHOLE, results.verdict]]);
  for (const [id, row] of Object.entries(said.rules)) before.set(id, row.verdict);
  before.set(WHOLE, said.verdict);
  for (const row of [...results.rules, ...results.scenarios]) now.set(row.id, row.verdict);
  const others = [...new Set([...before.keys(), ...now.keys()])].filter((id) => before.get(id) !== now.get(id)).sort();
  if (!others.length) return [changed(`${name} 被改动，但其中的结论未变`, `${name} was changed, but no verdict in it`)];
  return others.map((id) => changed(
    `${name}：${id || "本次运行"} 的结论为 ${now.get(id) || "缺失"}，声明所载为 ${before.get(id) || "无"}`,
    `${name}: the verdict of ${id || "the run"} is ${now.get(id) || "gone"}, certified ${before.get(id) || "none"}`,
  ));
};
