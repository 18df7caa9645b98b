import { Calibration } from '@/components/chart/calibration'
import { DataTable } from '@/components/chart/data-table'
import { Picture } from '@/components/chart/picture'
import type { DayCounts } from '@/lib/rules/memory/day-counts'
import { forecastTruth } from '@/lib/rules/progress/forecast'
import { finePercent, percent } from '@/lib/rules/progress/say'
import { FEW } from '@/lib/rules/progress/share'

/** Whether what was predicted of each review came true. */
export function Forecast({ counts, span }: { counts: DayCounts; span: string }) {
  const truth = forecastTruth(counts)
  if (!truth)
    return (
      <Picture
        id="forecast"
        heading="Was the forecast true?"
        says={`Nothing was forecast ${span}. Once items come back after a day or more, this compares what was predicted with what you recalled.`}
      />
    )
  const { predicted, observed, rmse, squaredError, baseline, bins, reviews } = truth
  const says = `Of ${reviews.toLocaleString('en')} reviews, ${percent(predicted)} were forecast to be recalled; ${percent(observed.share)} were. Typical error: ${finePercent(rmse)}.`
  return (
    <Picture
      id="forecast"
      heading="Was the forecast true?"
      says={says}
      note={`Typical error is the root of the mean squared difference between forecast and outcome over the groups below, weighted by reviews. The mean squared error of single reviews is ${squaredError.toFixed(3)}; always forecasting ${percent(observed.share)} would give ${baseline.toFixed(3)}.${reviews < FEW ? ' So few reviews say little yet.' : ''}`}
    >
      <Calibration
        id="forecast-picture"
        title={says}
        description="A dot for each group of reviews with a similar forecast: the chance predicted along the bottom, the share recalled upwards, larger with more reviews, with the bounds of 95 %. On the dashed diagonal the forecast is true."
        bins={bins}
      />
      <DataTable
        caption="Forecast and outcome"
        head={['Forecast', 'Recalled', 'From', 'To', 'Reviews']}
        rows={bins.map((bin) => [
          percent(bin.predicted),
          percent(bin.observed.share),
          percent(bin.observed.low),
          percent(bin.observed.high),
          bin.observed.of,
        ])}
      />
    </Picture>
  )
}
