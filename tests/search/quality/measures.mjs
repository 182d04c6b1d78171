// How good a list of results is, given the grades of the pages.

const gain = (grade) => 2 ** grade - 1;
const discounted = (grades) => grades.slice(0, 10).reduce((sum, grade, i) => sum + gain(grade) / Math.log2(i + 2), 0);

/** 1 where the first result is a page sought (grade 3), else 0. */
export function successAt1(query, urls) {
  return urls.length > 0 && query.grade(urls[0]) === 3 ? 1 : 0;
}

/** Normalized discounted cumulative gain of the first ten, 0 to 1. A page that comes twice counts once. */
export function ndcgAt10(query, urls) {
  const ideal = discounted([...query.grades].sort((a, b) => b - a));
  return discounted([...new Set(urls)].map(query.grade)) / ideal;
}

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The smallest value that at least that share of the values do not exceed. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
