// A photo is drawn anew on this device before it goes anywhere: at most 2,400 pixels a side, as JPEG, so that neither where it was taken
// nor anything else that a camera writes travels with it.

const LONGEST = 2400;
const QUALITY = 0.86;
const LARGEST = 60_000_000;
export const RATIOS = { "": 0, "3:2": 3 / 2, "4:3": 4 / 3, "1:1": 1 };

const HEIC =
  "Trình duyệt này không mở được ảnh HEIC của iPhone. Hãy mở trang này bằng Safari trên chính máy ấy; hoặc vào Cài đặt, Camera, Định dạng, chọn “Tương thích nhất” rồi chụp lại; hoặc gửi ảnh cho mình qua Zalo rồi lưu về.";
const UNREAD = "Trình duyệt không mở được tệp này như một tấm ảnh. Hãy chọn ảnh JPEG, PNG hoặc WebP.";
const LARGE = "Ảnh nặng quá 60 MB. Hãy chọn bản nhẹ hơn.";

/** Draws a file anew; gives `{blob, width, height}`, throws an Error with a sentence for its reader where it is no picture. */
export async function redrawn(file) {
  if (file.size > LARGEST) throw new Error(LARGE);
  const image = await opened(file);
  const scale = Math.min(1, LONGEST / Math.max(image.naturalWidth, image.naturalHeight));
  return drawn(image, [0, 0, image.naturalWidth, image.naturalHeight], scale);
}

/** Gives a part of a photo: `ratio` is one of RATIOS, `at` where the part lies, 0 to 100 from the top or the left. */
export async function cropped(photo, { ratio = "", at = 50 } = {}) {
  const wanted = RATIOS[ratio];
  if (!wanted) return photo;
  const image = await opened(photo.blob);
  const { naturalWidth: width, naturalHeight: height } = image;
  const isWide = width / height > wanted;
  const part = isWide ? [height * wanted, height] : [width, width / wanted];
  const left = isWide ? ((width - part[0]) * at) / 100 : 0;
  const top = isWide ? 0 : ((height - part[1]) * at) / 100;
  return drawn(image, [left, top, ...part], 1);
}

/** Opens a file by way of an address that holds it, which no policy of the page forbids; a picture comes turned as its camera says. */
async function opened(file) {
  const image = new Image();
  try {
    image.src = await addressOf(file);
    await image.decode();
  } catch {
    throw new Error(/\.hei[cf]$|hei[cf]/i.test(`${file.name || ""} ${file.type}`) ? HEIC : UNREAD);
  }
  if (!image.naturalWidth) throw new Error(UNREAD);
  return image;
}

/** Gives the content of a file as an address. */
export const addressOf = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

async function drawn(image, [left, top, width, height], scale) {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const pen = canvas.getContext("2d");
  pen.imageSmoothingQuality = "high";
  pen.fillStyle = "#fff"; // what is transparent would be black
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, left, top, width, height, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  if (!blob) throw new Error(UNREAD);
  return { blob, width: canvas.width, height: canvas.height };
}
