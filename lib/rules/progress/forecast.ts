import type { DayCounts } from '../memory/day-counts'
import { FORECAST_BINS } from '../memory/day-tally'
import { type Share, shareOf } from './share'

/** Reviews whose recall was predicted to be within one twentieth. */
export type ForecastBin = {
  /** Mean of the predictions, 0 to 1. */
  predicted: number
  observed: Share
}

export type ForecastTruth = {
  reviews: number
  bins: ForecastBin[]
  predicted: number
  observed: Share
  /** Root of the mean squared difference between prediction and observation over the bins, weighted by reviews; 0 to 1. */
  rmse: number
  /** Mean squared difference of each prediction and what came of it (Brier, 1950); 0 to 1. */
  squaredError: number
  /** The same for somebody who had always said the observed share: what knowing nothing of the items is worth. */
  baseline: number
}

/** Whether what was predicted came true. Absent while nothing was. See `DayCounts` for what is counted. */
export function forecastTruth(counts: DayCounts): ForecastTruth | undefined {
  const bins: ForecastBin[] = []
  let [reviews, recalled, promised, squares] = [0, 0, 0, 0]
  for (let bin = 0; bin < FORECAST_BINS; bin += 1) {
    const of = counts[`binN.${bin}`] ?? 0
    const observed = shareOf(counts[`binR.${bin}`] ?? 0, of)
    if (!observed) continue
    const thousandths = counts[`binP.${bin}`] ?? 0
    const predicted = thousandths / 1000 / of
    bins.push({ predicted, observed })
    reviews += of
    recalled += observed.hit
    promised += thousandths
    squares += of * (predicted - observed.share) ** 2
  }
  const observed = shareOf(recalled, reviews)
  if (!observed) return undefined
  return {
    reviews,
    bins,
    predicted: promised / 1000 / reviews,
    observed,
    rmse: Math.sqrt(squares / reviews),
    squaredError: (counts.error ?? 0) / 1_000_000 / reviews,
    baseline: observed.share * (1 - observed.share),
  }
}
