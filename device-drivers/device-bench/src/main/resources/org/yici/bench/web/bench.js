"use strict";

const $ = id => document.getElementById(id);
const SWITCHES = {
  "reader-unplugged": ["读卡器拔线", "Reader unplugged"],
  "reader-sam-failed": ["读卡器安全模块故障", "Reader's security module failed"],
  "scanner-unplugged": ["扫码器拔线", "Scanner unplugged"],
  "chip-unplugged": ["芯片卡读卡器拔线", "Chip reader unplugged"],
  "chip-service-gone": ["智能卡服务停止", "Smart-card service gone"],
  "paper-out": ["打印机缺纸", "Paper out"],
  "printer-gone": ["打印机失联", "Printer gone"],
  "broker-gone": ["消息服务失联", "Broker gone"],
  "broker-stalled": ["消息服务卡住", "Broker stalled"],
  "service-gone": ["业务服务失联", "Service gone"],
  "service-stalled": ["业务服务卡住", "Service stalled"],
};
const QUIRKS = {
  "reader-sam-not-authorised": ["安全模块未授权", "Security module not authorised"],
  "reader-two-cards": ["放了两张卡", "Two cards in the field"],
  "reader-card-pulled": ["读卡时拿走", "Card pulled while it is read"],
  "reader-card-not-genuine": ["认证不通过的卡", "Card does not prove itself"],
  "reader-read-fails": ["读取失败", "Reads fail"],
  "reader-mute": ["不应答", "Answers nothing"],
  "reader-late-answer": ["应答太迟", "Answers too late"],
  "reader-doubled-preamble": ["帧头重复", "Doubled preamble"],
  "reader-garbage-before": ["应答前有杂波", "Noise before answers"],
  "reader-bad-xor": ["校验字节错", "Wrong checksum"],
  "reader-half-frame": ["应答只有一半", "Half an answer"],
  "reader-slow": ["每秒十个字节", "Ten bytes a second"],
  "reader-other-baud": ["波特率是 9600", "Speaks 9600 baud"],
};
const SCANNER_QUIRKS = {
  "scanner-suffix-lf": ["结尾是 LF", "Ends codes with LF"],
  "scanner-suffix-crlf": ["结尾是 CR LF", "Ends codes with CR and LF"],
  "scanner-suffix-none": ["没有结尾", "Ends codes with nothing"],
  "scanner-mute": ["不应答也不发码", "Sends nothing"],
  "scanner-refuses": ["拒绝命令", "Refuses commands"],
  "scanner-damages-packets": ["数据包先错后对", "Damages packets at first"],
  "scanner-slow": ["每秒一百个字节", "A hundred bytes a second"],
  "scanner-repeats": ["每个码发两次", "Sends each code twice"],
  "scanner-loses-acks": ["收不到第一次确认", "Loses first acknowledgements"],
  "scanner-dead-trigger": ["答应了却不看", "Confirms a trigger, never looks"],
};
const CHIP_QUIRKS = {
  "chip-card-mute": ["收下命令不应答", "Keeps commands, answers none"],
  "chip-empty-success": ["只说成功，没有内容", "Success and nothing else"],
  "chip-yanked": ["读到一半拔走", "Yanked while it is read"],
  "chip-wrong-status": ["一次异常状态字", "One odd status word"],
  "chip-slow": ["应答慢 0.2 秒", "Answers 0.2 s late"],
  "chip-file-too-long": ["内容比声明的短", "Shorter than it says"],
  "chip-guards-holder": ["第三代，持卡人要密码", "Third generation, guards its holder"],
  "chip-numbers-by-tag": ["第一代，按标签读", "First generation, records by tag"],
  "chip-expired": ["已过有效期", "Ran out"],
  "chip-not-yet-valid": ["未到有效期", "Not yet valid"],
  "chip-selects-anything": ["对每次选择都答成功", "Selects anything"],
  "chip-short-reads": ["每次只给 128 字节", "Gives 128 bytes a command"],
  "chip-odd-details": ["附加信息不规范", "Odd additional details"],
};
const OBSTACLES = {
  "paper-out-after-one-sheet": ["只剩最后一张纸", "One sheet of paper left"],
  "printer-paper-low": ["纸快用完", "Paper low"],
  "printer-jam": ["卡纸", "Paper jam"],
  "printer-cover-open": ["机盖打开", "Cover open"],
  "printer-toner-out": ["碳粉用完", "Toner out"],
  "printer-toner-low": ["碳粉快用完", "Toner low"],
  "printer-second-tray-empty": ["第二纸盒空", "Second tray empty"],
  "printer-one-colour-empty": ["一色碳粉用完", "One colour empty"],
  "printer-cover-reported": ["提示机盖打开", "Cover reported open"],
  "printer-output-full": ["出纸口已满", "Output tray full"],
  "printer-fuser": ["定影器过热", "Fuser too hot"],
  "printer-paused": ["被人按了暂停", "Paused by hand"],
  "printer-not-accepting": ["不接受新任务", "Accepts no jobs"],
  "printer-busy": ["总是答复正忙", "Always says busy"],
};
const LIES = {
  "printer-prints-nothing": ["说打完，却没出纸", "Says done, prints nothing"],
  "printer-prints-one-sheet": ["说打完，只出一张", "Says done, prints one sheet"],
  "printer-count-absent": ["不报页数", "Says no count"],
  "printer-counts-rendered": ["按解析页数报数", "Counts what it rendered"],
  "printer-counts-falsely": ["谎报页数", "Counts falsely"],
  "printer-forgets-jobs": ["忘记任务", "Forgets jobs"],
  "printer-never-ends": ["任务一直不结束", "A job never ends"],
  "printer-ignores-cancel": ["不理会取消", "Ignores a cancel"],
};
const LACKS = {
  "printer-no-pdf": ["不收 PDF", "Takes no PDF"],
  "printer-no-counter": ["没有总计数器", "Has no counter of its own"],
};
const GROUPS = [["faults", SWITCHES], ["quirks", QUIRKS], ["scanner-quirks", SCANNER_QUIRKS], ["chip-quirks", CHIP_QUIRKS], ["obstacles", OBSTACLES], ["lacks", LACKS], ["lies", LIES]];
const NATIONS = "汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺".split(" ");

const CARDS = { "residence-permit": "港澳台", "foreigner-2017": "外国人", "foreigner-2023": "外国人" };
const TITLES = { "residence-permit": "港澳台居民居住证", "foreigner-2017": "外国人永久居留身份证", "foreigner-2023": "外国人永久居留身份证" };

let people = [];
let state = null;

function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

function toast(text) {
  const box = $("toast");
  box.textContent = text;
  box.hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => { box.hidden = true; }, 3000);
}

async function post(path, body = {}) {
  const answer = await fetch(path, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  });
  return { ok: answer.ok, ...await answer.json() };
}

// ---- cards

function personButton(person) {
  const tag = person.document.flaw ? ["unknown", "问题卡"] : !person.known ? ["unknown", "平台查无"] : person.insured ? ["yes", "有参保记录"] : ["no", "无参保记录"];
  const sex = person.sex === "1" ? "男" : "女";
  const button = element("button", person.chipCards.length > 1 ? "person rich" : "person",
    element("span", "line",
      element("span", "name", person.name),
      element("span", "who", `${sex} ${CARDS[person.document.kind] ?? NATIONS[Number(person.document.nation) - 1] + "族"}`)),
    element("span", "line", element("span", "number", person.number), element("span", `tag ${tag[0]}`, tag[1])),
    element("div", "note", person.note));
  button.type = "button";
  button.title = person.noteEn;
  button.dataset.person = person.id;
  button.dataset.tag = tag[1];
  button.addEventListener("click", () => lay(person.id));
  return button;
}

async function lay(id) {
  const lying = state?.card?.person;
  if (lying) await post("api/card/take");
  if (lying !== id) await post("api/card/lay", { person: id });
}

function showCard() {
  const card = state.card;
  for (const button of document.querySelectorAll(".person")) {
    const lies = card?.person === button.dataset.person;
    button.classList.toggle("lying", lies);
    button.setAttribute("aria-pressed", lies);
    button.querySelector(".tag").textContent = lies ? "在读卡器上" : button.dataset.tag;
  }
  const lying = $("card");
  lying.hidden = !card;
  if (card && lying.dataset.person !== card.person) {
    const person = people.find(p => p.id === card.person);
    lying.replaceChildren(
      element("small", "", TITLES[person.document.kind] ?? "居民身份证"), element("span", "name", person.name), element("span", "number", person.number));
  }
  lying.dataset.person = card?.person ?? "";
  const led = $("led");
  led.className = "led " + (!state.reader.plugged ? "off" : card?.read ? "read" : state.reader.opened ? "open" : "");
  $("plate").classList.toggle("off", !state.reader.plugged);
  $("plate").title = !state.reader.plugged ? "读卡器已拔线" : card ? "点一下取走卡 / take the card"
    : state.reader.opened ? "终端已打开读卡器" : "终端没有打开读卡器";
}

$("plate").addEventListener("click", () => {
  if (state?.card) post("api/card/take");
  else toast("从左边选一张卡放上来");
});

// ---- chip cards

const CHIP_CARDS = { "social-security": ["社保卡", "社会保障卡"], passport: ["护照", "护照"], other: ["卡", "芯片卡"] };

/** 20310630 as 2031-06-30. */
function dashed(date) { return `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`; }

/** What is printed in a passport and opens its chip: number, birth, expiry. */
function printed(person) { return [person.passport.number, dashed(person.birth), dashed(person.passport.expires)].join(" · "); }

function chipButtons(person) {
  return person.chipCards.map(kind => {
    const button = element("button", "chip-card", CHIP_CARDS[kind][0]);
    button.type = "button";
    button.dataset.chip = `${person.id} ${kind}`;
    button.title = kind === "passport" ? `插入护照 / insert: ${printed(person)}` : "插入社会保障卡 / insert";
    button.addEventListener("click", () => insert(person.id, kind));
    return button;
  });
}

async function insert(person, kind) {
  const inside = state?.chip.card;
  if (inside) await post("api/chip/take");
  if (inside?.person === person && inside.kind === kind) return;
  const answer = await post("api/chip/insert", { person, card: kind });
  if (!answer.ok) toast(answer.error);
}

function chipText(card) {
  const person = people.find(each => each.id === card.person);
  const lines = [element("span", "name", `${CHIP_CARDS[card.kind][1]}${card.name ? ` · ${card.name}` : ""}`)];
  if (person && card.kind === "passport") lines.push(element("span", "number", printed(person)));
  return lines;
}

function showChip() {
  const chip = state.chip;
  const card = chip.card;
  for (const button of document.querySelectorAll(".chip-card")) {
    const inside = button.dataset.chip === `${card?.person} ${card?.kind}`;
    button.classList.toggle("inside", inside);
    button.setAttribute("aria-pressed", inside);
  }
  const key = `${card?.person} ${card?.kind}`;
  $("chip").hidden = !card;
  if (card && $("chip").dataset.key !== key) $("chip").replaceChildren(...chipText(card));
  $("chip").dataset.key = key;
  const working = chip.plugged && chip.service;
  $("slot").classList.toggle("off", !working);
  $("chip-led").className = "led " + (!working ? "off" : chip.opened ? "read" : "");
  const [zh, en] = chip.missing.length ? [`缺少 ${chip.missing.join("、")}`, "not installed here"]
    : !chip.service ? ["智能卡服务没有运行", chip.trouble ?? "No smart-card service"]
    : !chip.plugged ? ["芯片卡读卡器已拔线", "Chip reader unplugged"]
    : card ? [chip.talk.silent ? "收下命令，没有应答" : `${chip.talk.commands} 条命令`, chip.talk.status ?? "commands"]
    : ["芯片卡插口", "Chip card here"];
  $("slot-text").replaceChildren(zh, element("small", "", en));
  $("slot").title = card ? "点一下取走卡 / take the card" : "";
}

$("slot").addEventListener("click", () => {
  if (state?.chip.card) post("api/chip/take");
  else toast("从左边点“社保卡”或“护照”插进来");
});

// ---- codes

const EXAMPLES = [
  ["中文网址", { text: "https://example.invalid/办事?事项=居住证&区=浦东" }],
  ["办事码", { text: "办事码 A1-20260001" }],
  ["国标编码", { text: "办事指南 𠮷", charset: "GB18030" }],
  ["7000 位数字", { text: "0123456789".repeat(700) }],
  ["控制字符", { text: "A\u0000B\u0003C\u0010D\u001b[2J\r\nE\u007f" }],
];

async function hold(code) {
  const answer = await post("api/code/hold", code);
  if (!answer.ok) toast(answer.error);
}

for (const [name, code] of EXAMPLES) {
  const button = element("button", "example", name);
  button.type = "button";
  button.addEventListener("click", () => hold(code));
  $("examples").append(button);
}
$("code-hold").addEventListener("click", () => {
  if ($("code-text").value) hold({ text: $("code-text").value });
  else toast("先写下码的内容，或点一个例子");
});
$("code-take").addEventListener("click", () => post("api/code/take"));
$("scanner-protocol").addEventListener("change", event => post("api/scanner", { protocol: event.target.value }));

const CONTROLS = "NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US SP DEL".split(" ");

/** The text with the names of control characters instead of their pictures, which few fonts have. */
function readable(preview) {
  return preview.split(/([\u2400-\u2421])/).filter(Boolean).map(piece =>
    /^[\u2400-\u2421]$/.test(piece) ? element("b", "control", CONTROLS[piece.charCodeAt(0) - 0x2400]) : piece);
}

function showScanner() {
  const scanner = state.scanner;
  if (document.activeElement !== $("scanner-protocol")) $("scanner-protocol").value = scanner.protocol;
  $("code-take").disabled = !scanner.held;
  $("scanner-led").className = "led " + (!scanner.plugged ? "off" : scanner.looking ? "read" : scanner.opened ? "open" : "");
  $("scanner-state").textContent = !scanner.plugged ? "扫码器已拔线" : scanner.looking ? "扫码器正在看"
    : scanner.opened ? "扫码器没有在看" : "终端没有打开扫码器";
  const held = $("held");
  held.hidden = !scanner.held;
  if (scanner.held) {
    held.replaceChildren(element("span", "what", ...readable(scanner.code.preview)),
      element("small", "", `${scanner.code.bytes} 字节 bytes · 看到 ${scanner.seen} 次 seen`));
  }
}

// ---- faults

function showFaults() {
  for (const [name, on] of Object.entries(state.switches)) {
    const [id, words] = GROUPS.find(([, group]) => group[name]) ?? ["faults", {}];
    const list = $(id);
    let button = list.querySelector(`[data-name="${name}"]`);
    if (!button) {
      const [zh, en] = words[name] ?? [name, ""];
      button = element("button", "fault",
        element("span", "what", zh, element("small", "", en)), element("span", "toggle"));
      button.type = "button";
      button.dataset.name = name;
      button.setAttribute("role", "switch");
      button.addEventListener("click", () =>
        post("api/switch", { name, on: button.getAttribute("aria-checked") !== "true" }));
      list.append(element("li", "", button));
    }
    button.setAttribute("aria-checked", on);
    if (on) list.closest("details")?.setAttribute("open", "");
  }
}

// ---- paper

const REASONS = {
  "media-empty-error": "没有纸", "media-jam-error": "卡纸", "cover-open-error": "机盖打开", "toner-empty-error": "碳粉用完",
  "output-area-full-error": "出纸口已满", "fuser-over-temp-error": "定影器过热", "paused": "被人按了暂停",
};
const stateWords = {
  pending: "等待", held: "保留", processing: "正在打印", stopped: "打印机停住，任务等待", canceled: "已取消", aborted: "已中止", completed: "已完成",
};

function pageUrl(job, page) { return `api/paper/${job.job}/${page}.png?t=${encodeURIComponent(job.time)}`; }

const SIDES = { "two-sided-long-edge": "双面，长边翻", "two-sided-short-edge": "双面，短边翻" };
const MEDIA = { iso_a4_210x297mm: "A4", iso_a5_148x210mm: "A5" };

/** One sheet: its front, and its back beside it when it was printed on two sides. */
function sheetTile({ job, pages }) {
  const twoSided = job.sides !== "one-sided";
  const time = new Date(job.time).toLocaleTimeString("zh-CN", { hour12: false });
  const sides = pages.map((page, index) => {
    const image = element("img");
    image.src = pageUrl(job, page);
    image.alt = `${job.name} 第 ${page} 页`;
    const label = twoSided ? `${index ? "背面" : "正面"} · 第 ${page} 页` : `${time} · 第 ${page}/${job.pages} 页`;
    const button = element("button", "page", image, element("span", "", label));
    button.type = "button";
    button.title = `${job.name} · 第 ${page} 页`;
    button.addEventListener("click", () => view(job, page));
    return button;
  });
  if (!twoSided) {
    sides[0].lastChild.append(document.createElement("br"), element("small", "", `${MEDIA[job.media] ?? job.media} · ${job.name}`));
    return element("div", `sheet ${MEDIA[job.media] ?? ""}`, ...sides);
  }
  if (pages.length === 1) sides.push(element("div", "page blank", element("i", ""), element("span", "", "背面 · 空白")));
  return element("div", `sheet both ${MEDIA[job.media] ?? ""}`, ...sides,
    element("p", "", `${time} · 第 ${Math.ceil(pages[0] / 2)} 张 · ${MEDIA[job.media] ?? job.media} ${SIDES[job.sides]}`, element("small", "", job.name)));
}

function showPaper() {
  const key = JSON.stringify([state.paper, state.printer.job, state.printer.reasons]);
  if (key === showPaper.key) return;
  showPaper.key = key;
  const sheets = state.paper.flatMap(paper => paper.stack.map(pages => ({ job: paper.job, pages })));
  const tray = $("tray");
  tray.replaceChildren();
  const job = state.printer.job;
  if (job && ["pending", "processing", "stopped"].includes(job.state)) {
    const progress = job.pages ? ` ${job.printed}/${job.pages}` : "";
    const reasons = state.printer.reasons.map(reason => REASONS[reason]).filter((word, index, all) => word && all.indexOf(word) === index);
    tray.append(element("p", `job ${job.state}`, `${stateWords[job.state]}${progress} · ${job.name}`,
      ...(job.state === "stopped" && reasons.length ? [element("span", "why", reasons.join("，"))] : [])));
  } else if (sheets.length === 0) {
    tray.append(element("p", "empty", "还没有打印", element("small", "", "nothing printed yet")));
  }
  for (const sheet of sheets) tray.append(sheetTile(sheet));
  const newest = [...sheets].sort((a, b) => a.job.job - b.job.job || a.pages[0] - b.pages[0]).slice(-3);
  const exit = $("sheets");
  const wanted = newest.map(({ job, pages }) => pageUrl(job, pages[0]));
  for (const image of [...exit.children]) if (!wanted.includes(image.getAttribute("src"))) image.remove();
  for (const url of wanted) {
    if ([...exit.children].some(image => image.getAttribute("src") === url)) continue;
    const image = element("img");
    image.src = url;
    image.alt = "";
    exit.append(image);
  }
  $("take").disabled = sheets.length === 0;
  $("exit-text").replaceChildren(sheets.length ? `${sheets.length} 张纸 ` : "出纸口 ",
    element("small", "", sheets.length ? (sheets.length === 1 ? "sheet" : "sheets") : "Paper exit"));
}

function view(job, page) {
  $("viewer-image").src = pageUrl(job, page);
  $("viewer-text").textContent = `${job.name} · 第 ${page}/${job.pages} 页`;
  const raster = job.format === "image/pwg-raster";
  $("viewer-document").href = `api/paper/${job.job}.${raster ? "pwg" : "pdf"}`;
  $("viewer-kind").textContent = raster ? "PWG Raster" : "PDF";
  $("viewer").showModal();
}
$("viewer").addEventListener("click", event => { if (event.target === $("viewer")) $("viewer").close(); });
$("take").addEventListener("click", () => post("api/paper/take"));

// ---- screen

// The picture is kept at full size and drawn smaller with care: a browser that shrinks a canvas loses thin lines.
const canvas = $("screen");
const full = document.createElement("canvas");
const fullPen = full.getContext("2d", { alpha: false });
const pen = canvas.getContext("2d", { alpha: false });
full.width = 1080;
full.height = 1920;

function fit() {
  const glass = $("glass");
  const stage = document.querySelector(".stage");
  const scale = Math.min((glass.clientHeight - 18) / full.height, (stage.clientWidth - 80) / full.width);
  const width = Math.max(1, Math.floor(full.width * scale));
  const height = Math.max(1, Math.floor(full.height * scale));
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  canvas.width = Math.round(width * devicePixelRatio);
  canvas.height = Math.round(height * devicePixelRatio);
  draw();
}
new ResizeObserver(fit).observe(document.querySelector(".stage"));

let drawing = 0;
function draw() {
  if (drawing) return;
  drawing = requestAnimationFrame(() => {
    drawing = 0;
    pen.imageSmoothingQuality = "high";
    pen.drawImage(full, 0, 0, canvas.width, canvas.height);
  });
}

function resize(width, height) {
  if (full.width === width && full.height === height) return;
  full.width = width;
  full.height = height;
  fit();
}

function showScreen() {
  const { available, width, height } = state.screen;
  $("dark").hidden = available;
  $("lamp").classList.toggle("on", available);
  if (available) resize(width, height);
}

let painting = Promise.resolve();
function paint(patches) {
  painting = painting.then(async () => {
    const images = await Promise.all(patches.map(patch => {
      const bytes = Uint8Array.from(atob(patch.png), c => c.charCodeAt(0));
      return createImageBitmap(new Blob([bytes], { type: "image/png" }));
    }));
    images.forEach((image, i) => {
      fullPen.drawImage(image, patches[i].x, patches[i].y);
      image.close();
    });
    draw();
  }).catch(() => {});
}

let touching = Promise.resolve();
function touch(event, act) {
  const box = canvas.getBoundingClientRect();
  const x = Math.floor(Math.min(Math.max((event.clientX - box.left) / box.width, 0), .9999) * full.width);
  const y = Math.floor(Math.min(Math.max((event.clientY - box.top) / box.height, 0), .9999) * full.height);
  touching = touching.then(() => post("api/touch", { x, y, act }))
    .then(answer => { if (!answer.ok && act === "down") toast("屏幕碰不到 · no screen takes it"); })
    .catch(() => {});
}

function ripple(event) {
  const glass = $("glass").getBoundingClientRect();
  const dot = element("span", "ripple");
  dot.style.left = `${event.clientX - glass.left}px`;
  dot.style.top = `${event.clientY - glass.top}px`;
  dot.addEventListener("animationend", () => dot.remove());
  $("glass").append(dot);
}

let down = false;
let lastMove = 0;
canvas.addEventListener("pointerdown", event => {
  if (event.button !== 0) return;
  event.preventDefault();
  canvas.focus({ preventScroll: true });
  canvas.setPointerCapture(event.pointerId);
  down = true;
  ripple(event);
  touch(event, "down");
});
canvas.addEventListener("pointermove", event => {
  if (!down || event.timeStamp - lastMove < 40) return;
  lastMove = event.timeStamp;
  touch(event, "move");
});
for (const name of ["pointerup", "pointercancel"]) {
  canvas.addEventListener(name, event => {
    if (!down) return;
    down = false;
    touch(event, "move");
    touch(event, "up");
  });
}
canvas.addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.key === "Shift") return;
  if (event.shiftKey && event.key === "Escape") { canvas.blur(); return; }
  event.preventDefault();
  touching = touching.then(() => post("api/key", { key: event.key })).catch(() => {});
});
$("zoom").addEventListener("click", () => { document.body.classList.toggle("zoomed"); fit(); });

// ---- what the bench tells

function show(fresh) {
  state = fresh;
  showScreen();
  showCard();
  showChip();
  showScanner();
  showFaults();
  showPaper();
  const admin = $("admin");
  admin.hidden = !state.adminUrl;
  if (state.adminUrl) admin.href = state.adminUrl;
}

async function begin() {
  people = await (await fetch("api/people")).json();
  for (const person of people) $("people").append(element("li", "", personButton(person), element("span", "chips", ...chipButtons(person))));
  const events = new EventSource("api/events");
  events.addEventListener("state", event => show(JSON.parse(event.data)));
  events.addEventListener("screen", event => paint(JSON.parse(event.data)));
  events.onopen = () => { $("link").textContent = ""; $("link").className = "link-state"; };
  events.onerror = () => { $("link").textContent = "试验台没有回答，正在重连…"; $("link").className = "link-state lost"; };
}
begin();
