// How the model will read: its title, places, results and story as plain text, put there as text and never as markup.

import { blocksOf } from "./gui-bai-doan.js";
import { clean, trimmed } from "./gui-bai-nhap.js";
import { make } from "./tim-the.js";

/** Gives the view of the sections of a story that have something in them, by the entries of the form. */
export function storyView(story, entries) {
  const parts = entries.flatMap((entry) => {
    const text = clean(story?.[entry.key] || "", true);
    return text ? [make("h3", {}, entry.label), ...blocksOf(text)] : [];
  });
  return parts.length ? parts : [make("p", { class: "dv-quiet" }, "Chưa viết gì.")];
}

/** Gives what a draft says in short, and its story in a fold. */
export function review(draft, entries) {
  const whole = trimmed(draft, entries);
  const places = (whole.dia_diem || []).map((one) => one.noi || one.pham_vi).filter(Boolean);
  const results = (whole.ket_qua || []).map(resultLine);
  const photos = (whole.anh || []).length;
  const story = entries.find(({ key }) => key === "noi_dung").entries;
  const fold = make("details", {}, make("summary", {}, "Đọc thử câu chuyện"), ...storyView(whole.noi_dung, story));
  return [
    make("h3", {}, whole.tieu_de || "Chưa có tên"),
    ...(whole.tom_tat ? [make("p", {}, whole.tom_tat)] : []),
    ...(places.length ? [make("p", { class: "dv-quiet" }, places.join("; "))] : []),
    ...(results.length ? [make("ul", {}, ...results.map((line) => make("li", {}, line)))] : []),
    ...(photos ? [make("p", { class: "dv-quiet" }, `${photos} ảnh`)] : []),
    fold,
  ];
}

function resultLine({ chi_so, truoc, sau, don_vi_tinh = "" }) {
  const change = truoc ? `từ ${truoc} thành ` : "";
  return `${chi_so || "…"}: ${change}${sau || "…"} ${don_vi_tinh}`.trim();
}
