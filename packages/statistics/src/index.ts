export { cohenKappa, type KappaEstimate, type KappaOptions, type KappaWeights } from "./agreement/cohen-kappa.ts";
export {
  type ConcordanceCounts,
  type ConcordanceScores,
  concordanceScores,
  type FalsePositiveRate,
  f1Score,
  falsePositivesPerMegabase,
  type Score,
  type ScoreOptions,
} from "./agreement/concordance-scores.ts";
export type { AgreementTable } from "./agreement/contingency-table.ts";
export {
  type GenotypeConcordance,
  type GenotypeTable,
  genotypeCategories,
  genotypeConcordance,
} from "./agreement/genotype-concordance.ts";
export {
  ConfidentReferenceBases,
  type ReferenceBaseCounts,
  type SnvCounts,
  type TruthKappa,
  truthKappa,
} from "./agreement/truth-kappa.ts";
export {
  type AllPairs,
  allPairs,
  allPairsFromMoments,
  type Multiplicity,
  type RunPair,
} from "./bland-altman/all-pairs.ts";
export {
  DifferenceAccumulator,
  type DifferenceMoments,
  type Differences,
  differenceMoments,
  differencesOf,
} from "./bland-altman/differences.ts";
export {
  backTransformedDifference,
  type FractionLimits,
  type FractionScale,
  fractionLimits,
  type ReadCounts,
  transformedFraction,
} from "./bland-altman/fraction-scale.ts";
export type { LimitIntervalMethod } from "./bland-altman/limit-intervals.ts";
export {
  blandAltman,
  type LimitsOfAgreement,
  type LimitsOptions,
  limitsOfAgreement,
} from "./bland-altman/limits-of-agreement.ts";
export { type RatioLimits, ratioLimits } from "./bland-altman/log-ratio.ts";
export {
  type FixedRunLimits,
  type FixedRunPair,
  fixedRunLimits,
  type MixedModel,
  type MixedModelLimits,
  type MixedModelOptions,
  mixedModelLimits,
  type RandomRunLimits,
  randomRunLimits,
} from "./bland-altman/mixed-model-limits.ts";
export {
  type ProportionalBias,
  proportionalBias,
  proportionalBiasFromMoments,
} from "./bland-altman/proportional-bias.ts";
export { type Repeatability, repeatability, standardDeviationInterval } from "./bland-altman/repeatability.ts";
export {
  pairedReplicateLimits,
  type ReplicatedLimits,
  type ReplicatedLimitsOptions,
  replicatedLimits,
} from "./bland-altman/replicated-limits.ts";
export { type ControlLimits, controlLimits, predictionMultiplier } from "./control-charts/control-limits.ts";
export { type ControlScore, controlScore, type RunScores } from "./control-charts/control-score.ts";
export { type CusumDesign, type CusumPoint, cusumChart } from "./control-charts/cusum-chart.ts";
export { type CusumSides, cusumAverageRunLength } from "./control-charts/cusum-run-length.ts";
export {
  type FalseRejections,
  falseRejectionOfEstimatedLimits,
  falseRejectionsOfEstimatedLimits,
} from "./control-charts/estimated-limits.ts";
export { type EwmaDesign, type EwmaLimits, type EwmaPoint, ewmaChart } from "./control-charts/ewma-chart.ts";
export { ewmaAverageRunLength } from "./control-charts/ewma-run-length.ts";
export { type ControlSchedule, expectedFalseAlarms, type FalseAlarms } from "./control-charts/false-alarms.ts";
export { type IndividualsLimits, individualsLimits, movingRanges } from "./control-charts/individuals-chart.ts";
export type { ControlPoint, RuleFiring, RuleState } from "./control-charts/rule-judge.ts";
export {
  type ControlProcess,
  type PowerPoint,
  powerFunction,
  type RuleSetFigure,
  rejectedShare,
  rejectionProbability,
  ruleSetRunLength,
} from "./control-charts/rule-performance.ts";
export {
  classicMultirule,
  completeRuleSet,
  multiruleForThreeControls,
  type RangeForm,
  type RuleCheck,
  type RuleSet,
  type RuleSetting,
  type RuleSeverity,
} from "./control-charts/rule-set.ts";
export {
  type AnalyticalError,
  limitRejectionProbability,
  shewhartAverageRunLength,
} from "./control-charts/shewhart-run-length.ts";
export {
  type AssayPerformance,
  type SigmaRecommendation,
  sigmaMetric,
  sigmaRules,
} from "./control-charts/sigma-metric.ts";
export {
  type ControlVerdict,
  type CounterReset,
  combineRuleStates,
  evaluateWestgard,
  type RunEvaluation,
  ruleState,
  WestgardEvaluator,
  type WestgardOptions,
  type WestgardSeries,
} from "./control-charts/westgard.ts";
export {
  isWestgardRule,
  type RuleDefinition,
  type RuleScope,
  ruleDefinition,
  type WestgardRule,
  westgardRules,
} from "./control-charts/westgard-rule.ts";
export { lagOneAutocorrelation, mean, standardDeviation, variance } from "./descriptive/moments.ts";
export { median, type QuantileType, quantile } from "./descriptive/quantile.ts";
export { betaCdf, betaQuantile, betaUpperTail } from "./distributions/beta.ts";
export { binomialCdf, binomialProbability, binomialUpperTail } from "./distributions/binomial.ts";
export { chiSquaredCdf, chiSquaredQuantile, chiSquaredUpperTail } from "./distributions/chi-squared.ts";
export { fCdf, fQuantile, fUpperTail } from "./distributions/f.ts";
export { noncentralTCdf, noncentralTQuantile } from "./distributions/noncentral-t.ts";
export { normalCdf, normalQuantile, normalUpperQuantile, normalUpperTail } from "./distributions/normal.ts";
export { studentTCdf, studentTQuantile, studentTTwoSided, studentTUpperTail } from "./distributions/student-t.ts";
export {
  StatisticsError,
  type StatisticsErrorCode,
  type StatisticsErrorDetails,
  statisticsErrorCodes,
} from "./error.ts";
export { completeSubjects, type IncompleteMatrix } from "./icc/complete-subjects.ts";
export { type IccEstimate, type IccFlag, icc, iccFromMeanSquares } from "./icc/icc.ts";
export { type IccForm, iccForms } from "./icc/icc-form.ts";
export { type IccReml, iccReml, iccRemlOf, type RemlIccEstimate, type TwoWayIccForm } from "./icc/icc-reml.ts";
export { type CompleteSums, IccRemlAccumulator, type IccRemlData } from "./icc/icc-reml-accumulator.ts";
export { meanSquares } from "./icc/mean-squares.ts";
export { type MeanSquares, MeanSquaresAccumulator } from "./icc/mean-squares-accumulator.ts";
export type { Interval, UndefinedReason } from "./interval.ts";
export { type DemingOptions, type DemingRegression, demingRegression } from "./method-comparison/deming.ts";
export type { LinearityTest } from "./method-comparison/linearity-test.ts";
export { type PassingBablokRegression, passingBablok } from "./method-comparison/passing-bablok.ts";
export type { Numbers } from "./numbers.ts";
export {
  clopperPearsonInterval,
  jeffreysInterval,
  type ProportionInterval,
  proportion,
  wilsonInterval,
} from "./proportions/proportion.ts";
export { judgeAgainstMinimum, type ThresholdVerdict } from "./proportions/threshold.ts";
export type { CorrectedMannKendall, CorrectionOptions } from "./trends/corrected-mann-kendall.ts";
export { type CusumChangePoint, type CusumChangePointOptions, cusumChangePoint } from "./trends/cusum-change-point.ts";
export type { AutocorrelationConvention } from "./trends/detrended.ts";
export { falseDeclineProbability } from "./trends/false-decline.ts";
export { mannKendallHamedRao } from "./trends/hamed-rao.ts";
export { type ScoreDistribution, scoreDistribution } from "./trends/kendall-distribution.ts";
export { type KendallScore, kendallScore, varianceOfScore } from "./trends/kendall-score.ts";
export { type MannKendall, mannKendall, type TrendProbabilities, trendDirection } from "./trends/mann-kendall.ts";
export { type Pettitt, pettitt } from "./trends/pettitt.ts";
export {
  mannKendallPreWhitened,
  mannKendallTrendFreePreWhitened,
  type PreWhitenedMannKendall,
  type PreWhiteningOptions,
} from "./trends/pre-whitening.ts";
export { type ProjectedCrossing, projectedCrossing, type TrendThreshold } from "./trends/projected-crossing.ts";
export { levelOfLook, pAfterLooks } from "./trends/repeated-looks.ts";
export { type Segment, segmentsBetween } from "./trends/segments.ts";
export { type SenSlope, type SenSlopeOptions, senSlope } from "./trends/sen-slope.ts";
export type { Series } from "./trends/series.ts";
export { mannKendallPower, type TrendPower, type TrendPowerOptions } from "./trends/trend-power.ts";
export { mannKendallYueWang } from "./trends/yue-wang.ts";
export { type Factor, nested } from "./variance-components/factor.ts";
export {
  type FurtherUncertainty,
  type MeasurementUncertainty,
  type MeasurementUncertaintyOptions,
  measurementUncertainty,
  type UncertaintyContribution,
} from "./variance-components/measurement-uncertainty.ts";
export { type AnovaLine, type NestedAnova, nestedAnova } from "./variance-components/nested-anova.ts";
export { type OneWayAnova, oneWayAnova } from "./variance-components/one-way-anova.ts";
export { type RemlVarianceComponents, remlVarianceComponents } from "./variance-components/reml.ts";
export type { VarianceComponent, VarianceComponents } from "./variance-components/variance-components.ts";
export {
  type BinomialFloor,
  binomialFloor,
  binomialFloorOfRuns,
  compareWithFloor,
  type FloorComparison,
} from "./variation/binomial-floor.ts";
export {
  type CoefficientOfVariation,
  type CoefficientOfVariationOptions,
  coefficientFromMoments,
  coefficientOfVariation,
  type Moments,
} from "./variation/coefficient-of-variation.ts";
export { type CvSummary, cvSummary, pooledCv } from "./variation/cv-summary.ts";
export { type GeometricCv, geometricCv, pooledGeometricCv } from "./variation/geometric-cv.ts";
export {
  type Overdispersion,
  overdispersion,
  pooledOverdispersion,
  varianceRatio,
} from "./variation/overdispersion.ts";
export { correctedForReplicates, medianStandardDeviationFactor } from "./variation/replicate-correction.ts";
export {
  type BlockBootstrap,
  type BlockBootstrapOptions,
  blockBootstrap,
  FEWEST_BLOCKS,
  type ScoreDifference,
} from "./version-comparison/block-bootstrap.ts";
export {
  type DiscordantVariants,
  discordantVariants,
  type PairedDetection,
} from "./version-comparison/discordant-variants.ts";
export { type ChiSquaredTest, type McNemarTest, mcnemar } from "./version-comparison/mcnemar.ts";
export { judgeNonInferiority, type NonInferiorityVerdict } from "./version-comparison/non-inferiority.ts";
export {
  BLOCK_BASES,
  type PairedBlock,
  PairedBlockCounter,
  type Version,
  type VersionCounts,
} from "./version-comparison/paired-blocks.ts";
export { type ComparedScore, comparedScores } from "./version-comparison/score-difference.ts";
