// K.pub and the DSSE envelope.

const HEAD = "302a300506032b6570032100"; // SubjectPublicKeyInfo of an Ed25519 key, up to its 32 bytes
const PAYLOAD_TYPE = "application/vnd.in-toto+json";
const STATEMENT = "https://in-toto.io/Statement/v1";
const TYPES = ["https://examgate.example/self-test/v1", "https://examgate.example/self-test-demo/v1"];
const FORM = "examgate-certificate/1";

class Unusable extends Error {
  constructor(zh, en) {
    super(en);
    this.said = { zh, en };
  }
}

/** The key in a PEM text: its 32 bytes, its id, and whose it is said to be. */
const publicKey = async (pem) => {
  if (pem.includes("PRIVATE KEY")) {
    throw new Unusable("这是私钥，不得交给他人；核对声明须使用公钥 K.pub", "this is a private key, which nobody else should have; use K.pub");
  }
  const body = /-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----/.exec(pem);
  let der = new Uint8Array();
  try {
    der = base64(body[1].replace(/\s/g, ""));
  } catch { /* said below */ }
  if (der.length !== 44 || hex(der.slice(0, 12)) !== HEAD) {
    throw new Unusable("所给内容不是 Ed25519 公钥（K.pub）", "this is no public Ed25519 key (K.pub)");
  }
  const owner = /^Owner: (.+)$/m.exec(pem.split("-----BEGIN")[0]);
  return { bytes: der.slice(12), id: hex(await sha256(der)), owner: owner ? owner[1].trim() : "" };
};

/** The bytes that are signed (DSSE's pre-authentication encoding). */
const pae = (type, payload) =>
  joined(utf8(`DSSEv1 ${utf8(type).length} ${type} ${payload.length} `), payload);

/** What an envelope holds, whether this key signed it, and which keys claim to have. */
const unsealed = async (bytes, key) => {
  let payload, signatures, type;
  try {
    const envelope = JSON.parse(text(bytes));
    type = envelope.payloadType;
    payload = base64(envelope.payload);
    signatures = envelope.signatures.map((one) => ({ sig: base64(one.sig), keyid: String(one.keyid || "") }));
  } catch {
    throw new Unusable("所选文件不是 examgate 的自测声明", "this file is no certificate of examgate's");
  }
  if (type !== PAYLOAD_TYPE) {
    throw new Unusable("所选文件不是 examgate 的自测声明", "this file is no certificate of examgate's");
  }
  const message = pae(type, payload);
  let signed = false;
  for (const one of signatures) signed = (await verifies(key.bytes, one.sig, message)) || signed;
  return { payload, signed, ids: signatures.map((one) => one.keyid) };
};

const statement = (payload) => {
  let found = null;
  try {
    found = JSON.parse(text(payload));
  } catch { /* said below */ }
  if (!found || found._type !== STATEMENT || !TYPES.includes(found.predicateType) || found.predicate.form !== FORM) {
    throw new Unusable("该声明的格式与本页不符，请使用同一版本的 verify.html", "the certificate has another form than this page reads; use verify.html of its version");
  }
  return found;
};
