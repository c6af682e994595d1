import { acuteScrotum } from './cases/acute-scrotum.ts'
import { akiAfterContrast } from './cases/aki-after-contrast.ts'
import { annularPlaquesShins } from './cases/annular-plaques-shins.ts'
import { deliriumAnticholinergics } from './cases/delirium-anticholinergics.ts'
import { dkaAndHeadache } from './cases/dka-and-headache.ts'
import { feverAfterATrip } from './cases/fever-after-a-trip.ts'
import { headacheJawAndBlurredVision } from './cases/headache-jaw-and-blurred-vision.ts'
import { hypocalcaemiaAfterThyroidectomy } from './cases/hypocalcaemia-after-thyroidectomy.ts'
import { incompleteKawasaki } from './cases/incomplete-kawasaki.ts'
import { limpKneePain } from './cases/limp-knee-pain.ts'
import { lithiumAfterADiuretic } from './cases/lithium-after-a-diuretic.ts'
import { lymphNodeAndAKitten } from './cases/lymph-node-and-a-kitten.ts'
import { marathonHyponatraemia } from './cases/marathon-hyponatraemia.ts'
import { patchWithoutFeeling } from './cases/patch-without-feeling.ts'
import { pheochromocytomaGp } from './cases/pheochromocytoma-gp.ts'
import { plasticBronchitis } from './cases/plastic-bronchitis.ts'
import { postpartumBreathlessness } from './cases/postpartum-breathlessness.ts'
import { preeclampsiaBeforeTransfer } from './cases/preeclampsia-before-transfer.ts'
import { rashOnLamotrigine } from './cases/rash-on-lamotrigine.ts'
import { redEyeReducedVision } from './cases/red-eye-reduced-vision.ts'
import { scorpionSting } from './cases/scorpion-sting.ts'
import { suddenVisualLoss } from './cases/sudden-visual-loss.ts'
import { theSister } from './cases/the-sister.ts'
import { thromboticMicroangiopathy } from './cases/thrombotic-microangiopathy.ts'
import { thunderclapHeadache } from './cases/thunderclap-headache.ts'
import { typeADissection } from './cases/type-a-dissection.ts'
import { varicealBleed } from './cases/variceal-bleed.ts'
import { wellensPatternEcg } from './cases/wellens-pattern-ecg.ts'
import type { DemoCase } from './DemoCase.ts'

/** Every case of the demo community. */
export const demoCases: readonly DemoCase[] = [
  theSister,
  plasticBronchitis,
  acuteScrotum,
  akiAfterContrast,
  annularPlaquesShins,
  deliriumAnticholinergics,
  dkaAndHeadache,
  feverAfterATrip,
  headacheJawAndBlurredVision,
  hypocalcaemiaAfterThyroidectomy,
  incompleteKawasaki,
  limpKneePain,
  lithiumAfterADiuretic,
  lymphNodeAndAKitten,
  marathonHyponatraemia,
  patchWithoutFeeling,
  pheochromocytomaGp,
  postpartumBreathlessness,
  preeclampsiaBeforeTransfer,
  rashOnLamotrigine,
  redEyeReducedVision,
  scorpionSting,
  suddenVisualLoss,
  thromboticMicroangiopathy,
  thunderclapHeadache,
  typeADissection,
  varicealBleed,
  wellensPatternEcg,
]
