// Countries, and the states of federations: larger than what has to go, and names that nobody bears alone.

const larger: ReadonlySet<string> = new Set(
  `europe europa africa asia america americas antarctica oceania latinoamerica iberoamerica spain espana mexico canada australia ireland irlanda england inglaterra scotland escocia wales gales united kingdom united states estados unidos usa eeuu uk reino unido new zealand nueva zelanda south africa sudafrica argentina colombia chile peru ecuador bolivia venezuela cuba uruguay paraguay panama guatemala honduras nicaragua el salvador costa rica republica dominicana dominican republic puerto rico
  brasil brazil portugal france francia italy italia germany alemania china india japan japon nigeria morocco marruecos argelia algeria rumania romania ukraine ucrania russia rusia pakistan bangladesh nepal iran iraq turkey turquia egypt egipto syria siria kenya kenia ghana senegal mali ethiopia etiopia sudan somalia angola mozambique
  zimbabwe zambia malawi uganda tanzania cameroon camerun philippines filipinas indonesia malaysia malasia vietnam thailand tailandia korea corea singapore singapur israel lebanon libano jordan jordania saudi arabia tunisia libya libia netherlands holanda belgium belgica switzerland suiza austria sweden suecia norway noruega denmark dinamarca finland finlandia poland polonia greece grecia bulgaria hungary hungria croatia croacia
  serbia georgia armenia albania gambia guinea ecuatorial benin togo niger chad congo gabon rwanda ruanda burundi madagascar haiti jamaica trinidad guyana suriname belize
  alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada new hampshire new jersey new mexico north carolina north dakota ohio oklahoma oregon pennsylvania
  rhode island south carolina south dakota tennessee texas utah vermont virginia west virginia wisconsin wyoming`
    .split(/\n/)
    .flatMap((line) => line.trim().split(' ')),
)
const largerNames = new Set([
  'sierra leone',
  'burkina faso',
  'ivory coast',
  'sri lanka',
  'hong kong',
  'united kingdom',
  'reino unido',
  'estados unidos',
  'nueva zelanda',
  'guinea ecuatorial',
  'republica dominicana',
  'arabia saudi',
  'corea del sur',
  'paises bajos',
  'gran bretana',
  'oriente medio',
  'america latina',
  'america del sur',
  'america central',
  'great britain',
  'south korea',
  'north korea',
  'saudi arabia',
  'middle east',
  'northern territory',
  'western australia',
  'south australia',
  'new south wales',
  'british columbia',
  'northern ireland',
  'irlanda del norte',
  'united states',
  'south africa',
  'new zealand',
  'costa rica',
  'puerto rico',
  'el salvador',
  'new hampshire',
  'new jersey',
  'new mexico',
  'north carolina',
  'north dakota',
  'rhode island',
  'south carolina',
  'south dakota',
  'west virginia',
])

/** Whether a folded name is that of a country, a state or a larger region. */
export const isCountry = (name: string): boolean =>
  largerNames.has(name) || (larger.has(name) && !['new', 'north', 'south', 'west', 'el', 'kingdom', 'united'].includes(name))
