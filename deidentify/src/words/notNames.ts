/** Words that are capitalised in a header or a title and are never a name. */
export const neverNames = new Set(
  `nombre apellidos apellido paciente domicilio localidad provincia medico edad sexo fecha ingreso episodio especialidad servicio urologia antecedentes motivo exploracion hospital clinica centro calle avenida plaza email mail telefono fax remitido informe datos historia espana cp nhc nass dni nie cipa ncol nºcol col kala azar diagnostico tratamiento evolucion
  name patient address age sex hospital clinic center centre street avenue road email phone fax history date birth mrn ssn dob male female man woman boy girl mother father wife husband doctor nurse hombre mujer varon nino nina niño enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
  western blot coli lupus
  january february march april may june july august september october november december feb apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo
  spain mexico canada australia england ireland scotland wales america usa uk africa asia europe europa china japan india france germany italy portugal brasil brazil argentina colombia chile peru ecuador venezuela cuba bolivia uruguay paraguay marruecos morocco nigeria kenya pakistan
  african american european asian hispanic caucasian latino latina spanish english british irish scottish welsh french german italian chinese japanese indian mexican indigenous aboriginal maori
  dios god christmas navidad pascua easter latin greek roman covid hiv vih sida uci icu uvi tac rmn rm ct mri ecg ekg eeg emg pcr the this that these those she he they we you it his her their our its and but with without from after before during then when while there here who what how had has have was were
  el la los las un una unos unas este esta estos estas ese esa su sus se en por para con sin tras desde hasta durante entre sobre ante no si al del lo le les nos que como cuando donde segun ambos ambas dicho dicha otro otra todo toda nuestro nuestra mi yo ella ellos usted`.split(
    /\s+/,
  ),
)

/** Words of houses, streets and departments: where they stand, a name has ended. */
export const institutions = new Set(
  `servicio servicios seccion unidad departamento hospital hospitales clinica centro complejo complexo hopital fundacion instituto universidad facultad escuela residencia calle carrer avenida avda av avinguda plaza pza placa paseo passeig ctra carretera camino ronda travesia urbanizacion poligono apartado edificio planta medico medica adjunto adjunta jefe residente
  urologia oncologia nefrologia cirugia pediatria cardiologia neurologia ginecologia oftalmologia dermatologia anestesiologia anestesia medicina interna nutricion endocrinologia radiologia psiquiatria reumatologia hematologia neumologia digestivo patologia anatomia enfermeria cuidados urgencias traumatologia rehabilitacion otorrinolaringologia maxilofacial
  email mail correo telefono tel tfno fax department service clinic center centre street road avenue unit ward school university institute college surgery infirmary gmc mrn`.split(
    /\s+/,
  ),
)
