// What the page shows: Chinese first, English below it. Everything from outside is put in as text, never as markup.

const CHIPS = { holds: ["一致", "holds"], changed: ["不一致", "changed"], unchecked: ["未核对", "not checked"] };
const VERDICTS = {
  PASS: ["通过", "pass"], FAIL: ["不通过", "fail"], WARN: ["提醒", "warning"], NOT_APPLICABLE: ["不适用", "not applicable"],
  INCONCLUSIVE: ["无法判定", "inconclusive"], REVIEW: ["待人工核验", "review"], WAIVED: ["经批准豁免", "waived"], ERROR: ["工具故障", "error"],
};
const BASES = { text: ["原文规定", "text"], reading: ["解读", "reading"], answer: ["答复", "answer"] };

const element = (kind, name, ...children) => {
  const made = document.createElement(kind);
  if (name) made.className = name;
  made.append(...children);
  return made;
};
const both = (zh, en) => {
  const first = element("span", "zh", zh), second = element("span", "en", en);
  first.lang = "zh-CN";
  second.lang = "en";
  return zh === en ? [element("bdi", "", zh)] : [first, second];
};
const code = (words) => element("code", "", words);

const remarkRow = ({ standing, zh, en }) =>
  element("li", standing, element("strong", "chip", ...both(...CHIPS[standing])), element("p", "", ...both(zh, en)));

const counted = (counts, words) => {
  const listed = Object.entries(counts).map(([key, number]) => [words[key] || [key, key], number]);
  return both(
    listed.map(([[zh], number]) => `${zh} ${number}`).join("，"), listed.map(([[, en], number]) => `${en} ${number}`).join(", "),
  );
};

const subject = (one) => [
  element("bdi", "", [one.id, one.version, one.build && `(${one.build})`].filter(Boolean).join(" ")),
  ...(one.environment ? [element("bdi", "soft", one.environment)] : []),
  ...one.parts.map((part) => element("span", "part", element("bdi", "", part.name), " ", code(part.sha256))),
  ...(one.remark.zh ? both(one.remark.zh, one.remark.en) : []),
];

const when = (instant) => instant.slice(0, 16).replace("T", " ");

/** The rows of a certificate, the season's digest first: all else stands on it. */
const facts = ({ predicate: said }) => [
  ["招考年度", "season", [element("bdi", "", said.season.id), " ", code(said.season.sha256)]],
  ["运行方", "run by", [element("bdi", "", said.ran_by), " ", `${when(said.started)} – ${when(said.finished)}`]],
  ["签署方", "signed by", [element("bdi", "", said.signed_by), " ", when(said.issued), " ", code(said.key)]],
  ["有效期至", "valid until", [said.until]],
  ["被测对象", "target", both(said.target.under_test.zh || said.target.name, said.target.under_test.en || said.target.name)],
  ...said.apps.map((one) => [...APPS[one.party === "aux app" ? "aux" : "main"], subject(one)]),
  ...(said.platform ? [["平台", "platform", subject(said.platform)]] : []),
  ["工具", "kit", [`${said.kit.name} ${said.kit.version} `, code(said.kit.digest)]],
  ["规则版次", "edition", [said.edition]],
  ...(said.attempts > 1 ? [["启动次数", "starts", [String(said.attempts)]]] : []),
  ...(Object.keys(said.tried_again).length
    ? [["因测试环境故障重新运行的场景", "scenarios run again as the lab lost them", [String(Object.keys(said.tried_again).length)]]]
    : []),
  ["随机种子", "seed", [String(said.seed)]],
  ["计入结论的规则", "rules that count", counted(said.counts.counted, VERDICTS)],
  ["全部规则", "all rules", counted(said.counts.rules, VERDICTS)],
  ["场景", "scenarios", counted(said.counts.scenarios, VERDICTS)],
  ["依据", "they rest on", counted(said.basis.counted || {}, BASES)],
  ...said.waivers.map((one) => ["经批准豁免", "excused", [`${one.rule} · ${one.approver} · ${one.expires}`]]),
];

const tell = (place, { statement: found, remarks }) => {
  const fine = remarks.every((one) => one.standing !== "changed");
  const whole = remarks.every((one) => one.standing === "holds");
  const head = fine
    ? whole ? both("与声明一致", "The certificate holds") : both("已核对的内容均与声明一致", "The certificate holds, as far as it was checked")
    : both("与声明不一致", "The certificate does not hold");
  const order = ["changed", "unchecked", "holds"];
  const sorted = remarks.slice().sort((one, other) => order.indexOf(one.standing) - order.indexOf(other.standing));
  place.replaceChildren(
    element("h2", fine ? "holds" : "changed", ...head), element("ul", "remarks", ...sorted.map(remarkRow)),
    ...(found ? [
      element("h3", "", ...both(found.predicate.title.zh, found.predicate.title.en)),
      element("p", "claims", ...both(found.predicate.claims.zh, found.predicate.claims.en)),
      element("dl", "", ...facts(found).map(([zh, en, value]) =>
        element("div", "", element("dt", "", ...both(zh, en)), element("dd", "", ...value)))),
    ] : []),
  );
  place.dataset.verdict = fine ? "holds" : "changed";
};

const complain = (place, zh, en) => {
  place.replaceChildren(element("h2", "unchecked", ...both("无法核对", "This cannot be checked")), element("p", "", ...both(zh, en)));
  place.dataset.verdict = "unusable";
};
