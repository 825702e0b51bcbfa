// The limits of the form, asked of a trimmed draft by the same table that the checker reads: what is wrong, each with its path.
// What only the catalogue or the checker itself can know (whether a place is known, names of persons) is asked elsewhere.

import { isAsked } from "./gui-bai-nhap.js";

const EARLIEST_YEAR = 1990;
const EARLIEST_DATE = 1945;
const LONGEST_NUMBER = 20;
const NUMBER = /^[-−]?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d+)?$/;
const AROUND = /^(hơn|trên|gần|khoảng|dưới|[~≈])?\s*([-−]?\d[\d.,]*)\s*(\D*)$/i;
const ENGLISH_THOUSAND = /^-?\d{1,3},000$/;
const THREE_DECIMALS = /^-?[1-9]\d{0,2},\d{3}$/;
const IN_A_YEAR = /(?:^|\D)((?:19|20)\d\d)$/;
const MONTH_ALONE = /^(?:tháng\s*)?\d{1,2}(?:\s*[/.-]\s*|\s*năm\s*|\s+)\d{4}$/i;
const ABOLISHED = 20250701;
const WITHOUT_0 = /^(?:2\d{8,9}|[35789]\d{8})$/;

const UNSPOKEN =
  "Người đọc trên loa cần lời đọc lên được ngay: hãy viết con số bằng chữ, viết đủ chữ viết tắt, bỏ dấu ngoặc.";

const NO_MODEL = "Hãy dán địa chỉ một bài trên trang này, như …/mo-hinh/dong-xuan-pho-am-thuc/.";
const PERSON = /^(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Đđ]ồng chí)\s+\p{Lu}/u;
const NO_BODY = "Đây là tên của một người. Hãy ghi cơ quan trả lời, như Hội Liên hiệp Phụ nữ xã Quỳnh Trang.";
const MOBILE = /^(?:0|\+?84)[35789]\d{8}$/;

const lengthOf = (text) => [...text].length;
const number = (value) => value.toLocaleString("vi-VN");

/**
 * Gives all that is wrong with a draft: `{path, message, choices, isLacking}`, in the order of the form; `choices` are what was
 * probably meant, `isLacking` tells that nothing stands there yet.
 * `form` is the page's data, `now` today.
 */
export function findingsIn(draft, form, now = new Date()) {
  const found = [];
  const labels = { roughly: labelOf(form, "ket_qua", "xap_xi"), year: labelOf(form, "lich_su", "nam") };
  const setting = { today: dayOf(now), year: now.getFullYear(), counted: new Set(form.counted), draft, labels };
  ofEntries(draft, form.entries, [], setting, (path, message, choices = [], isLacking = false) =>
    found.push({ path, message, choices, isLacking }),
  );
  ofOrder(draft, setting, (path, message) => found.push({ path, message }));
  return found;
}

/** Gives what a key of the items of a list is called. */
const labelOf = (form, list, key) =>
  form.entries.find((entry) => entry.key === list).of.entries.find((entry) => entry.key === key).label;

const dayOf = (date) => date.getFullYear() * 10_000 + (date.getMonth() + 1) * 100 + date.getDate();

function ofEntries(group, entries, path, setting, tell) {
  for (const entry of entries) {
    const value = group[entry.key];
    const here = [...path, entry.key];
    if (value !== undefined) ofValue(value, entry, here, setting, tell, group);
    else if (entry.must && entry.as !== "file" && isAsked(entry, group)) tell(here, lacking(entry), [], true);
  }
}

const lacking = (entry) => {
  const isChosen = entry.kind === "choice" || (entry.kind === "many" && entry.of.kind === "choice");
  return `Chưa ${isChosen ? "chọn" : "ghi"} “${entry.label}”.`;
};

function ofValue(value, entry, path, setting, tell, group) {
  const wrong = KINDS[entry.kind](value, entry, setting, path, group);
  if (wrong) tell(path, wrong.message || wrong, wrong.choices);
  if (entry.kind === "many")
    for (const [at, item] of value.entries()) ofValue(item, entry.of, [...path, at], setting, tell, group);
  if (entry.kind === "group") {
    ofEntries(value, entry.entries, path, setting, tell);
    ofGroup(value, entry, path, tell);
  }
}

/** Of a value each gives what is wrong with it: a sentence, or one with choices; "" where nothing is. */
const KINDS = {
  text: (value, entry) => (entry.key === "don_vi" && PERSON.test(value) ? NO_BODY : ofLength(value, entry)),
  story: (value, entry) => {
    const lines = value.split("\n").length;
    return lines > entry.lines ? `Dài ${number(lines)} dòng, tối đa ${entry.lines}.` : ofLength(value, entry);
  },
  choice: (value, entry) =>
    entry.options.some(([key]) => key === value) ? "" : "Hãy chọn một trong những điều có sẵn.",
  pattern: ofPattern,
  number: ofNumber,
  whole: ofWhole,
  date: ofDate,
  many: ofMany,
  group: () => "",
};

function ofLength(value, { least, most }) {
  const length = lengthOf(value);
  if (length < least) return `Cần ít nhất ${least} ký tự, mới có ${length}.`;
  return most && length > most ? `Nhiều nhất ${number(most)} ký tự, đang có ${number(length)}.` : "";
}

function ofPattern(value, entry) {
  if (
    lengthOf(value) < (entry.least || 0) ||
    lengthOf(value) > entry.most ||
    !new RegExp(`^(?:${entry.pattern})$`).test(value)
  )
    return entry.key === "hoc_tu" ? NO_MODEL : `Cần ${entry.what}.`;
  // A number of a telephone that came from a spreadsheet has lost its first digit.
  const isPhone = entry.key === "dien_thoai_co_quan" && !value.startsWith("+");
  if (isPhone && WITHOUT_0.test(value.replace(/\D/g, ""))) return "Số này thiếu số 0 ở đầu.";
  return entry.key === "dien_thoai_co_quan" && MOBILE.test(value.replace(/[^\d+]/g, ""))
    ? "Trang không đăng số di động. Hãy ghi số máy bàn của cơ quan, hoặc bỏ trống."
    : "";
}

function ofNumber(value, _entry, { counted, labels }, _path, group) {
  if (!NUMBER.test(value) || value.length > LONGEST_NUMBER) return aroundNumber(value, labels);
  const meant = value.replace(",", ".");
  if (ENGLISH_THOUSAND.test(value)) return `Dấu phẩy đứng trước phần lẻ. Nếu là hàng nghìn, hãy viết ${meant}.`;
  if (THREE_DECIMALS.test(value) && isCounted(group.don_vi_tinh || group.chi_so || "", counted))
    return `Đây được hiểu là số lẻ. Nếu là hàng nghìn, hãy viết ${meant}.`;
  return "";
}

/** Says where belongs what was written around a number: “khoảng 200 hộ”. */
function aroundNumber(value, labels) {
  const [, about = "", found, unit = ""] = AROUND.exec(value) || [];
  if (!found || !NUMBER.test(found)) return "Hãy chỉ ghi con số, như 3100, 3.100 hoặc 3,5; đơn vị ghi ở ô riêng.";
  const roughly = about ? ` Chữ “${about}” chọn ở “${labels.roughly}”.` : "";
  const counted = unit ? ` Chữ “${unit}” ghi ở ô đơn vị.` : "";
  return { message: `Ô này chỉ ghi con số: ${found}.${roughly}${counted}`, choices: [found] };
}

/** Tells whether what a number counts is counted in whole. */
function isCounted(text, counted) {
  const bare = text.toLowerCase().replace(/^(?:tổng )?số (?:lượng )?/, "");
  if (/[/%]|(?:^|\s)(?:mỗi|trên|bình quân|trung bình)(?:\s|$)/.test(bare)) return false;
  const words = bare.split(/\s+/);
  return words.some((_, at) => counted.has(words.slice(0, at + 1).join(" ")));
}

function ofWhole(value, entry, { year, draft }, path) {
  if (!/^\d{1,4}$/.test(value)) {
    if (entry.as === "source") return "Hãy chọn một nguồn.";
    const [, found] = IN_A_YEAR.exec(value) || [];
    return found
      ? { message: `Ô này chỉ ghi năm: ${found}.`, choices: [found] }
      : "Hãy ghi năm bằng bốn chữ số, như 2022.";
  }
  const whole = Number(value);
  if (entry.as === "source")
    return whole >= 1 && whole <= (draft.nguon || []).length ? "" : "Không còn nguồn này; hãy chọn lại.";
  const latest = path[0] === "lich_su" ? year + 1 : year;
  return whole < EARLIEST_YEAR || whole > latest ? `Năm phải từ ${EARLIEST_YEAR} đến ${latest}.` : "";
}

/** Gives a day as a number, 20221122; 0 of what is no day of the calendar. */
function dayIn(text) {
  const parts = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text || "");
  if (!parts) return 0;
  const [day, month, year] = parts.slice(1).map(Number);
  const date = new Date(2000, 0, 1);
  date.setFullYear(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? year * 10_000 + month * 100 + day : 0;
}

function ofDate(value, _entry, { today, labels }, path) {
  const day = dayIn(value);
  if (!day && MONTH_ALONE.test(value)) {
    const year = path[0] === "lich_su" ? `, ghi năm ở ô “${labels.year}”` : "";
    return `Ô này cần đủ ngày, tháng, năm. Chỉ biết tháng thì để trống${year}.`;
  }
  if (!day) return "Hãy ghi ngày có trong lịch, như 22/11/2022.";
  const earliest = path[0] === "lich_su" ? EARLIEST_YEAR : EARLIEST_DATE;
  if (day < earliest * 10_000) return `Ngày này trước năm ${earliest}. Hãy xem lại năm.`;
  return day > today ? "Ngày này chưa đến. Hãy xem lại." : "";
}

function ofMany(value, { least, most, of }) {
  if (value.length < least) return `Cần ít nhất ${least}, mới có ${value.length}.`;
  if (most && value.length > most) return `Nhiều nhất ${most}, đang có ${value.length}.`;
  if (of.kind === "group") return "";
  const all = value.map((one) => one.toLowerCase());
  const twice = value.find((_, at) => all.indexOf(all[at]) < at);
  return twice === undefined ? "" : `“${twice}” có hai lần; hãy bỏ một.`;
}

// --- What hangs together --------------------------------------------------------------------------------------------

function ofGroup(group, entry, path, tell) {
  const { oneOf = [] } = entry;
  ofIndicator(group, entry, path, tell);
  const given = oneOf.filter((key) => group[key] !== undefined);
  const labels = oneOf.map((key) => `“${entry.entries.find((one) => one.key === key).label}”`);
  if (oneOf.length && !given.length) tell([...path, oneOf[0]], `Hãy ghi ${labels.join(" hoặc ")}.`);
  if (given.length > 1) tell([...path, given[1]], `Chỉ ghi một: ${labels.join(" hoặc ")}.`);
  if (group.pham_vi)
    for (const key of ["tai", "hien_nay"])
      if (group[key]) tell([...path, key], "Cơ quan không có địa bàn thì không ghi mục này.");
  if (group.tinh && !group.pham_vi) tell([...path, "tinh"], "Mục này chỉ đi cùng tên cơ quan.");
  if (group.theo && group.nhom) tell([...path, "nhom"], "Theo một văn bản thì không kể lại các nhóm.");
}

/** What is counted like other models' results is counted in the unit of that indicator, and in whole where that is. */
function ofIndicator(group, entry, path, tell) {
  const indicator = entry.entries.find((one) => one.key === "loai_chi_so");
  const [, , unit, isWhole] = indicator?.options.find(([key]) => key === group.loai_chi_so) || [];
  if (!unit) return;
  if (group.don_vi_tinh !== unit) tell([...path, "don_vi_tinh"], `Chỉ số đã chọn tính bằng “${unit}”.`);
  for (const key of ["truoc", "sau"])
    if (isWhole && /,\d*[1-9]/.test(group[key] || ""))
      tell([...path, key], "Chỉ số đã chọn đếm từng đơn vị một, nên không có số lẻ.");
}

function ofOrder(draft, { today }, tell) {
  const milestones = draft.lich_su || [];
  let latest = 0;
  milestones.forEach((one, at) => {
    const [first, last] = spanOf(one, today);
    if (!first) return;
    if (last < latest)
      tell(
        ["lich_su", at, one.ngay ? "ngay" : "nam"],
        "Mốc này phải đứng trước mốc ở trên. Hãy đưa nó lên, hoặc xem lại năm.",
      );
    latest = Math.max(latest, first);
    if (one.cap === "huyen" && first >= ABOLISHED) tell(["lich_su", at, "cap"], "Từ 01/07/2025 không còn cấp huyện.");
  });
  const deciding = milestones.filter((one) => ["dang-ky", "cong-nhan"].includes(one.viec));
  const before = (list) => list.some((one) => spanOf(one, today)[0] && spanOf(one, today)[0] < ABOLISHED);
  if (draft.cap === "huyen" && !before(deciding) && (deciding.length || !before(milestones)))
    tell(["cap"], "Cấp quận, huyện cần một mốc đăng ký hoặc công nhận trước 01/07/2025.");
  if (dayIn(draft.cap_nhat) && dayIn(draft.cap_nhat) < dayIn(draft.ngay_dang))
    tell(["cap_nhat"], "Ngày sửa trước ngày đăng.");
  ofTwice(draft, tell);
  if (!isSpoken(draft.phat_thanh || "")) tell(["phat_thanh"], UNSPOKEN);
}

/** Tells whether a text is read out as it stands: without digits, brackets, and what is written short. */
function isSpoken(text) {
  const words = text.match(/\p{L}+/gu) || [];
  const isShort = /(?:^|[^\p{L}])(?:v\.v|t\.ư|đ\/c|tp\.hcm)/iu.test(text);
  return !isShort && !/[\p{Nd}()[\]{}<>]/u.test(text) && !words.some((word) => /^[A-ZĐ]{2,}$/.test(word));
}

/** Gives the first and the last day on which a milestone may have been. */
function spanOf(one, today) {
  const day = dayIn(one.ngay);
  if (one.ngay) return day && day <= today ? [day, day] : [0, 0];
  const year = /^\d{4}$/.test(one.nam || "") ? Number(one.nam) : 0;
  return year ? [year * 10_000 + 101, year * 10_000 + 1231] : [0, 0];
}

/** Tells of what stands twice: one place, one set of criteria, one photo. */
function ofTwice(draft, tell) {
  const lists = [
    ["dia_diem", "noi", (one) => [one.noi, one.tai, one.hien_nay]],
    ["da_nhan_rong", "noi", (one) => [one.noi, one.tai, one.don_vi, one.nam]],
    ["tieu_chi", "ten", (one) => [one.ten || one.theo]],
  ];
  for (const [list, key, told] of lists) {
    const seen = new Set();
    (draft[list] || []).forEach((one, at) => {
      const parts = told(one);
      const whole = parts.map((part) => (part || "").toLowerCase()).join("|");
      if (parts[0] && seen.has(whole)) tell([list, at, key], "Mục này giống hệt một mục ở trên; hãy bỏ một.");
      seen.add(whole);
    });
  }
}
