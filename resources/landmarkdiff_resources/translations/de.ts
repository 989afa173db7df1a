<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BeforeAfter</name>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>CaptureView</name>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Use a folder of pictures ...</source>
        <translation>Ordner mit Bildern verwenden ...</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <source>Chin up or down</source>
        <translation>Kinn hoch oder tief</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>Neigung</translation>
    </message>
    <message>
        <source>Take the photo now</source>
        <translation>Foto jetzt aufnehmen</translation>
    </message>
    <message>
        <source>Retake the last photo</source>
        <translation>Letztes Foto wiederholen</translation>
    </message>
    <message>
        <source>Import photos ...</source>
        <translation>Fotos importieren ...</translation>
    </message>
    <message>
        <source>Have the far eyelashes just vanished, and no more?</source>
        <translation>Sind die fernen Wimpern gerade verschwunden, und nicht mehr?</translation>
    </message>
    <message>
        <source>Yes, keep as profile</source>
        <translation>Ja, als Profil behalten</translation>
    </message>
    <message>
        <source>No, keep as non-standard</source>
        <translation>Nein, als nicht standardgemäß behalten</translation>
    </message>
    <message>
        <source>One face</source>
        <translation>Ein Gesicht</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Centred</source>
        <translation>Mittig</translation>
    </message>
    <message>
        <source>Sharp</source>
        <translation>Scharf</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Mouth at rest</source>
        <translation>Mund entspannt</translation>
    </message>
    <message>
        <source>Eyes open</source>
        <translation>Augen offen</translation>
    </message>
    <message>
        <source>Face uncovered</source>
        <translation>Gesicht frei</translation>
    </message>
    <message>
        <source>Still</source>
        <translation>Ruhig</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>No camera was found</source>
        <translation>Keine Kamera gefunden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>{0}  ✓</source>
        <translation>{0}  ✓</translation>
    </message>
    <message>
        <source>{0}  (non-standard)</source>
        <translation>{0}  (nicht standardgemäß)</translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation>Bitte stillhalten</translation>
    </message>
    <message>
        <source>The camera gives no picture any more; check its cable and choose it again.</source>
        <translation>Die Kamera liefert kein Bild mehr; bitte das Kabel prüfen und sie erneut wählen.</translation>
    </message>
    <message>
        <source>No camera was found. Plug one in, import photos, or drop them here.</source>
        <translation>Keine Kamera gefunden. Bitte eine anschließen, Fotos importieren oder hier ablegen.</translation>
    </message>
    <message>
        <source>Start the camera, or drop photos here.</source>
        <translation>Kamera starten oder Fotos hier ablegen.</translation>
    </message>
    <message>
        <source>Choose a folder of pictures</source>
        <translation>Ordner mit Bildern wählen</translation>
    </message>
    <message>
        <source>Open photos</source>
        <translation>Fotos öffnen</translation>
    </message>
    <message>
        <source>Photos ({0})</source>
        <translation>Fotos ({0})</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>Rhinoplasty</source>
        <translation>Rhinoplastik</translation>
    </message>
    <message>
        <source>Reshaping of the nose: dorsum, width, tip and alar base.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dorsal hump</source>
        <translation>Nasenhöcker</translation>
    </message>
    <message>
        <source>Positive lowers the hump: the bridge at the rhinion moves straight back. Negative augments the dorsum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dorsal width</source>
        <translation>Breite des Nasenrückens</translation>
    </message>
    <message>
        <source>Positive narrows the bony and middle vault: each side wall moves towards the midline, mm per side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radix height</source>
        <translation>Höhe der Nasenwurzel</translation>
    </message>
    <message>
        <source>Positive raises the root of the nose: it moves forward. Negative deepens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tip projection</source>
        <translation>Spitzenprojektion</translation>
    </message>
    <message>
        <source>Positive projects the tip: it moves forward, away from the face. Negative sets it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tip rotation</source>
        <translation>Spitzenrotation</translation>
    </message>
    <message>
        <source>Positive turns the tip upwards about the alar crease: the angle from the crease to the tip grows by this much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tip width</source>
        <translation>Breite der Nasenspitze</translation>
    </message>
    <message>
        <source>Positive narrows the tip: each dome moves towards the midline, mm per side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nasal length</source>
        <translation>Nasenlänge</translation>
    </message>
    <message>
        <source>Positive shortens the nose: the tip moves towards the root along the bridge. Negative lengthens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alar base width</source>
        <translation>Breite der Nasenbasis</translation>
    </message>
    <message>
        <source>Positive narrows the alar base: each ala moves towards the midline, mm per side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columellar show</source>
        <translation>Sichtbarkeit der Columella</translation>
    </message>
    <message>
        <source>Positive reduces a hanging columella: it moves up, towards the septum. Negative lowers it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blepharoplasty</source>
        <translation>Blepharoplastik</translation>
    </message>
    <message>
        <source>Surgery of the upper and lower eyelids and of the outer corner of the eye.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper lid show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive shows more of the upper lid: the skin fold rises, and the lid margin follows by three tenths. mm per side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upper lid height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive opens the eye: the margin of the upper lid rises, as in the repair of a drooping lid. mm per side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower lid fullness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive flattens the bag under the eye: it moves back. Negative fills it. mm per side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower lid height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive raises the margin of the lower lid, as tightening does: less white shows below the iris. mm per side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lateral canthal tilt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive raises the outer corner of the eye: it turns about the inner corner by this much, on each side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rhytidectomy</source>
        <translation>Rhytidektomie</translation>
    </message>
    <message>
        <source>Facelift: jowls, midface, the tissue under the chin and the temples are lifted and tightened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jowl lift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive lifts the jowl up and back towards the ear lobe, mm per side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Midface lift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive lifts the cheek pad up and slightly outwards, across the nasolabial fold, mm per side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submental tightening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive tightens the tissue under the chin and the front of the jaw line: it moves up and back, mm per side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temple lift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive lifts the temple and the tail of the brow up and outwards, mm per side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orthognathic surgery</source>
        <translation>Dysgnathiechirurgie</translation>
    </message>
    <message>
        <source>Repositioning of the jaws: mandible, maxilla and angle of the jaw. Values are millimetres of the soft tissue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mandibular advancement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive advances the lower jaw: the chin moves forward and the lower lip follows by three quarters. Negative sets it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maxillary advancement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive advances the upper jaw: the upper lip moves forward, the base of the nose follows in part. Negative sets it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maxillary impaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive moves the upper jaw up: the chin closes upwards by this much, the lips follow in part. The forward part of the closure is dialled as mandibular advancement. Negative lengthens the face.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jaw width</source>
        <translation>Kieferbreite</translation>
    </message>
    <message>
        <source>Positive narrows the lower face: each angle of the jaw moves towards the midline, mm per side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Midline shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive moves the chin and lower jaw to the patient&apos;s left, negative to the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occlusal cant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive turns the lower jaw and the lips in the frontal plane about the base of the nose: the patient&apos;s left corner of the mouth rises. Negative raises the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brow lift</source>
        <translation>Brauenlift</translation>
    </message>
    <message>
        <source>Elevation and shaping of the eyebrows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medial brow lift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive raises the inner third of the brow, mm per side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lateral brow lift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive raises the outer third of the brow up and slightly outwards, mm per side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brow arch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive raises the peak of the brow, just medial to the outer corner of the eye, mm per side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentoplasty</source>
        <translation>Kinnplastik</translation>
    </message>
    <message>
        <source>Surgery of the chin: sliding genioplasty or implant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chin projection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive advances the chin: it moves forward. Negative sets it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chin height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive lengthens the chin: it moves down. Negative shortens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chin width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positive narrows the chin: each side moves towards the midline, mm per side.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Dialled and achieved values</source>
        <translation>Eingestellte und erreichte Werte</translation>
    </message>
    <message>
        <source>Maneuver</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>Dialled</source>
        <translation>Eingestellt</translation>
    </message>
    <message>
        <source>Achieved</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>±</source>
        <translation>±</translation>
    </message>
    <message>
        <source>Achieved is read from the displacement of this picture, ± is one standard deviation. Blank: this view cannot show it. R and L are the patient&apos;s sides.</source>
        <translation>Erreicht wird aus der Verschiebung dieses Bildes gelesen, ± ist eine Standardabweichung. Leer: Diese Ansicht kann es nicht zeigen. R und L sind die Seiten des Patienten.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>R {0} L {1}</source>
        <translation>R {0} L {1}</translation>
    </message>
    <message>
        <source>R {0}</source>
        <translation>R {0}</translation>
    </message>
    <message>
        <source>L {0}</source>
        <translation>L {0}</translation>
    </message>
    <message>
        <source>{0} pixels changed inside the mask, {1} outside. Scale: {2}, ±{3} %.</source>
        <translation>{0} Pixel innerhalb der Maske verändert, {1} außerhalb. Maßstab: {2}, ±{3} %.</translation>
    </message>
    <message>
        <source>View: {0}</source>
        <translation>Ansicht: {0}</translation>
    </message>
    <message>
        <source>Yaw {0}° ± {1}°</source>
        <translation>Drehung {0}° ± {1}°</translation>
    </message>
    <message>
        <source>Pitch {0}° ± {1}°</source>
        <translation>Nicken {0}° ± {1}°</translation>
    </message>
    <message>
        <source>Roll {0}° ± {1}°</source>
        <translation>Neigung {0}° ± {1}°</translation>
    </message>
    <message>
        <source>Scale: {0} mm per pixel ± {1} %, {2}</source>
        <translation>Maßstab: {0} mm je Pixel ± {1} %, {2}</translation>
    </message>
    <message>
        <source>Skin tone: ITA {0}°, class {1}, confidence {2} %; it depends on the light</source>
        <translation>Hautton: ITA {0}°, Klasse {1}, Sicherheit {2} %; hängt vom Licht ab</translation>
    </message>
    <message>
        <source>Landmarks and confidence by region:</source>
        <translation>Landmarken und Sicherheit je Region:</translation>
    </message>
    <message>
        <source>{0}: {1} points, {2} %</source>
        <translation>{0}: {1} Punkte, {2} %</translation>
    </message>
    <message>
        <source>measured with a caliper</source>
        <translation>mit dem Messschieber gemessen</translation>
    </message>
    <message>
        <source>from the iris</source>
        <translation>aus der Iris</translation>
    </message>
    <message>
        <source>from the frontal photo</source>
        <translation>aus dem Frontalfoto</translation>
    </message>
    <message>
        <source>from the reference face</source>
        <translation>aus dem Referenzgesicht</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>Wischen</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Fade</source>
        <translation>Überblenden</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>All procedures</source>
        <translation>Alle Eingriffe</translation>
    </message>
    <message>
        <source>Face analysis</source>
        <translation>Gesichtsanalyse</translation>
    </message>
    <message>
        <source>Geometric</source>
        <translation>Geometrisch</translation>
    </message>
    <message>
        <source>Photorealistic</source>
        <translation>Fotorealistisch</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Share of the simulation</source>
        <translation>Anteil der Simulation</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play the fade</source>
        <translation>Überblendung abspielen</translation>
    </message>
    <message>
        <source>Computing ...</source>
        <translation>Wird berechnet ...</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>Landmarken</translation>
    </message>
    <message>
        <source>Nothing is planned yet</source>
        <translation>Noch ist nichts geplant</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>{0} · before</source>
        <translation>{0} · vorher</translation>
    </message>
    <message>
        <source>Simulation · {0}</source>
        <translation>Simulation · {0}</translation>
    </message>
    <message>
        <source>Photorealistic simulation · {0}</source>
        <translation>Fotorealistische Simulation · {0}</translation>
    </message>
</context>
<context>
    <name>EngineWorker</name>
    <message>
        <source>There is not enough memory; close other programs and try again.</source>
        <translation>Der Speicher reicht nicht; bitte andere Programme schließen und erneut versuchen.</translation>
    </message>
</context>
<context>
    <name>FlagsForm</name>
    <message>
        <source>Vitiligo</source>
        <translation>Vitiligo</translation>
    </message>
    <message>
        <source>Bell&apos;s palsy</source>
        <translation>Fazialisparese</translation>
    </message>
    <message>
        <source>Side of the palsy, the patient&apos;s own</source>
        <translation>Seite der Parese, vom Patienten aus</translation>
    </message>
    <message>
        <source>Patient&apos;s left</source>
        <translation>Links des Patienten</translation>
    </message>
    <message>
        <source>Patient&apos;s right</source>
        <translation>Rechts des Patienten</translation>
    </message>
    <message>
        <source>Keloid-prone</source>
        <translation>Keloidneigung</translation>
    </message>
    <message>
        <source>Ehlers-Danlos</source>
        <translation>Ehlers-Danlos</translation>
    </message>
    <message>
        <source>Depigmented patches are kept and move with the skin.</source>
        <translation>Depigmentierte Flecken bleiben erhalten und bewegen sich mit der Haut.</translation>
    </message>
    <message numerus="yes">
        <source>%n patch(es) found</source>
        <translation>
            <numerusform>%n Fleck gefunden</numerusform>
            <numerusform>%n Flecken gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, {1} mm² in all.</source>
        <translation>{0}, zusammen {1} mm².</translation>
    </message>
    <message>
        <source>Nothing on the paralysed half moves; it is hatched in the picture.</source>
        <translation>Auf der gelähmten Hälfte bewegt sich nichts; sie ist im Bild schraffiert.</translation>
    </message>
    <message>
        <source>Choose at least one zone.</source>
        <translation>Bitte mindestens eine Zone wählen.</translation>
    </message>
    <message>
        <source>Changes are halved in the chosen zones; they are dotted in the picture.</source>
        <translation>In den gewählten Zonen werden Änderungen halbiert; sie sind im Bild gepunktet.</translation>
    </message>
    <message>
        <source>Changes reach 1.5 times as far, by the same amount.</source>
        <translation>Änderungen reichen 1,5-mal so weit, um denselben Betrag.</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the work</source>
        <translation>Arbeit abbrechen</translation>
    </message>
    <message>
        <source>{0}, about {1} s left</source>
        <translation>{0}, noch etwa {1} s</translation>
    </message>
    <message>
        <source>Reading the photo</source>
        <translation>Foto wird gelesen</translation>
    </message>
    <message>
        <source>Finding the face</source>
        <translation>Gesicht wird gesucht</translation>
    </message>
    <message>
        <source>Checking the view</source>
        <translation>Ansicht wird geprüft</translation>
    </message>
    <message>
        <source>Computing the change</source>
        <translation>Änderung wird berechnet</translation>
    </message>
    <message>
        <source>Drawing the mask</source>
        <translation>Maske wird gezeichnet</translation>
    </message>
    <message>
        <source>Moving the skin</source>
        <translation>Haut wird bewegt</translation>
    </message>
    <message>
        <source>Blending</source>
        <translation>Bild wird zusammengesetzt</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Wird gespeichert</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
</context>
<context>
    <name>LivePicture</name>
    <message>
        <source>Live picture</source>
        <translation>Livebild</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Frontal</source>
        <translation>Frontal</translation>
    </message>
    <message>
        <source>Right three-quarter</source>
        <translation>Rechts dreiviertel</translation>
    </message>
    <message>
        <source>Left three-quarter</source>
        <translation>Links dreiviertel</translation>
    </message>
    <message>
        <source>Right profile</source>
        <translation>Profil rechts</translation>
    </message>
    <message>
        <source>Left profile</source>
        <translation>Profil links</translation>
    </message>
    <message>
        <source>Other view</source>
        <translation>Andere Ansicht</translation>
    </message>
    <message>
        <source>Conservative</source>
        <translation>Zurückhaltend</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Upper limit</source>
        <translation>Obergrenze</translation>
    </message>
    <message>
        <source>Ear lobes</source>
        <translation>Ohrläppchen</translation>
    </message>
    <message>
        <source>Jawline</source>
        <translation>Kieferlinie</translation>
    </message>
    <message>
        <source>Chin</source>
        <translation>Kinn</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>Nase</translation>
    </message>
    <message>
        <source>Lips</source>
        <translation>Lippen</translation>
    </message>
    <message>
        <source>Cheeks</source>
        <translation>Wangen</translation>
    </message>
    <message>
        <source>Eyelids</source>
        <translation>Lider</translation>
    </message>
    <message>
        <source>Forehead</source>
        <translation>Stirn</translation>
    </message>
    <message>
        <source>MODIFIED - SIMULATION - NOT A GUARANTEE</source>
        <translation>VERÄNDERT - SIMULATION - KEINE GARANTIE</translation>
    </message>
    <message>
        <source>Best that is installed</source>
        <translation>Die beste installierte</translation>
    </message>
    <message>
        <source>Geometric preview</source>
        <translation>Geometrische Vorschau</translation>
    </message>
    <message>
        <source>Picture (img2img)</source>
        <translation>Bild (img2img)</translation>
    </message>
    <message>
        <source>Contours (controlnet)</source>
        <translation>Konturen (controlnet)</translation>
    </message>
    <message>
        <source>Contours and own face (controlnet_ip)</source>
        <translation>Konturen und eigenes Gesicht (controlnet_ip)</translation>
    </message>
    <message>
        <source>Fast (controlnet_fast)</source>
        <translation>Schnell (controlnet_fast)</translation>
    </message>
    <message>
        <source>Pictures are painted on the graphics card.</source>
        <translation>Bilder werden auf der Grafikkarte gemalt.</translation>
    </message>
    <message>
        <source>Pictures are painted on the Apple graphics processor, on which nobody has tested the program.</source>
        <translation>Bilder werden auf dem Apple-Grafikprozessor gemalt; dort hat das Programm noch niemand erprobt.</translation>
    </message>
    <message>
        <source>No graphics card can be used here: pictures are painted on the processor, which takes minutes.</source>
        <translation>Hier ist keine Grafikkarte nutzbar: Bilder werden auf dem Prozessor gemalt, das dauert Minuten.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Dismiss the notice</source>
        <translation>Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>PatientFlow</name>
    <message>
        <source>The program ended in the middle of a consultation; what was saved of {0} is there.</source>
        <translation>Das Programm endete mitten in einer Beratung; was von {0} gespeichert wurde, ist da.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Projects ({0})</source>
        <translation>Projekte ({0})</translation>
    </message>
    <message>
        <source>{0} The consultation is still here; free some space or choose another place, then try again.</source>
        <translation>{0} Die Beratung ist noch hier; bitte Platz schaffen oder einen anderen Ort wählen und erneut versuchen.</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Erneut speichern</translation>
    </message>
</context>
<context>
    <name>PatientScreen</name>
    <message>
        <source>Patient screen</source>
        <translation>Patientenbildschirm</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>Simulation</translation>
    </message>
</context>
<context>
    <name>PatientView</name>
    <message>
        <source>Find a patient: name, date of birth or number</source>
        <translation>Patient suchen: Name, Geburtsdatum oder Nummer</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patienten</translation>
    </message>
    <message>
        <source>Open patient</source>
        <translation>Patient öffnen</translation>
    </message>
    <message>
        <source>Open a project file ...</source>
        <translation>Projektdatei öffnen ...</translation>
    </message>
    <message>
        <source>Open a project file</source>
        <translation>Projektdatei öffnen</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Familienname</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Date of birth, year-month-day</source>
        <translation>Geburtsdatum, Jahr-Monat-Tag</translation>
    </message>
    <message>
        <source>Record number</source>
        <translation>Aktennummer</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>Neuer Patient</translation>
    </message>
    <message>
        <source>Close patient</source>
        <translation>Patient schließen</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Einwilligungen</translation>
    </message>
    <message>
        <source>No patient is open</source>
        <translation>Kein Patient geöffnet</translation>
    </message>
    <message>
        <source>Unnamed patient</source>
        <translation>Patient ohne Namen</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>Nicht erteilt</translation>
    </message>
    <message>
        <source>Given on {0}, text version {1}</source>
        <translation>Erteilt am {0}, Textfassung {1}</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Alles ist gespeichert</translation>
    </message>
    <message>
        <source>Saving ...</source>
        <translation>Wird gespeichert ...</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Type a name or a record number.</source>
        <translation>Bitte einen Namen oder eine Aktennummer eingeben.</translation>
    </message>
    <message>
        <source>Type the date of birth as year-month-day, such as 1984-05-21.</source>
        <translation>Bitte das Geburtsdatum als Jahr-Monat-Tag eingeben, etwa 1984-05-21.</translation>
    </message>
    <message>
        <source>Clinical record</source>
        <translation>Patientenakte</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>Processing by AI models</source>
        <translation>Verarbeitung durch KI-Modelle</translation>
    </message>
    <message>
        <source>Pictures handed to the patient</source>
        <translation>Bilder für den Patienten</translation>
    </message>
    <message>
        <source>Teaching</source>
        <translation>Lehre</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>Veröffentlichung</translation>
    </message>
</context>
<context>
    <name>PlanFlow</name>
    <message>
        <source>{0} is kept as non-standard: it can be shown, and not measured. {1}</source>
        <translation>{0} wird als nicht standardgemäß behalten: Es kann gezeigt, aber nicht vermessen werden. {1}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Remove this procedure</source>
        <translation>Diesen Eingriff entfernen</translation>
    </message>
    <message>
        <source>Show landmarks</source>
        <translation>Landmarken zeigen</translation>
    </message>
    <message>
        <source>Put landmarks back</source>
        <translation>Landmarken zurücksetzen</translation>
    </message>
    <message>
        <source>Drag a point, or choose it and nudge it with Alt and the arrow keys; Shift is finer.</source>
        <translation>Einen Punkt ziehen, oder ihn wählen und mit Alt und den Pfeiltasten schieben; mit Umschalt feiner.</translation>
    </message>
    <message>
        <source>Name of this variant</source>
        <translation>Name dieser Variante</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep this variant</source>
        <translation>Diese Variante behalten</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Clinical flags</source>
        <translation>Klinische Besonderheiten</translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation>Landmarken</translation>
    </message>
    <message>
        <source>{0} to {1} {2} · default {3} · limit {4}</source>
        <translation>{0} bis {1} {2} · Vorgabe {3} · Grenze {4}</translation>
    </message>
    <message>
        <source>Choose a procedure</source>
        <translation>Bitte einen Eingriff wählen</translation>
    </message>
    <message>
        <source>Intensity</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>100 is the catalogue&apos;s 95th percentile, {0} its median; both are design values where so marked.</source>
        <translation>100 ist das 95. Perzentil des Katalogs, {0} sein Median; beides sind Entwurfswerte, wo so vermerkt.</translation>
    </message>
    <message>
        <source>Variant {0}</source>
        <translation>Variante {0}</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Drop a photo here, or open one</source>
        <translation>Ein Foto hier ablegen oder öffnen</translation>
    </message>
    <message>
        <source>{0} · photo</source>
        <translation>{0} · Foto</translation>
    </message>
    <message>
        <source>{0} · simulation · {1}</source>
        <translation>{0} · Simulation · {1}</translation>
    </message>
    <message>
        <source>{0}, non-standard</source>
        <translation>{0}, nicht standardgemäß</translation>
    </message>
    <message>
        <source>Open photos</source>
        <translation>Fotos öffnen</translation>
    </message>
    <message>
        <source>Photos ({0})</source>
        <translation>Fotos ({0})</translation>
    </message>
    <message>
        <source>{0} · photorealistic simulation · {1}</source>
        <translation>{0} · fotorealistische Simulation · {1}</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Patient screen</source>
        <translation>Zweitschirm</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Open photo</source>
        <translation>Foto öffnen</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Hell/Dunkel</translation>
    </message>
    <message>
        <source>The settings could not be saved: {0}. They hold until the program ends.</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden: {0}. Sie gelten, bis das Programm endet.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
</context>
<context>
    <name>SecretLine</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show {0}</source>
        <translation>{0} zeigen</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Minutes until the workstation locks</source>
        <translation>Minuten bis zur Sperre</translation>
    </message>
    <message>
        <source>Show the live picture as in a mirror</source>
        <translation>Livebild wie im Spiegel zeigen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Die Sprache wechselt beim nächsten Start.</translation>
    </message>
    <message>
        <source>Lock after minutes without use</source>
        <translation>Sperren nach Minuten ohne Benutzung</translation>
    </message>
    <message>
        <source>Keys and foot pedal</source>
        <translation>Tasten und Fußpedal</translation>
    </message>
    <message>
        <source>Click a field and press the key or the pedal.</source>
        <translation>Ein Feld anklicken und die Taste oder das Pedal drücken.</translation>
    </message>
    <message>
        <source>Hold to see before</source>
        <translation>Halten für vorher</translation>
    </message>
    <message>
        <source>Next view</source>
        <translation>Nächste Ansicht</translation>
    </message>
    <message>
        <source>Previous view</source>
        <translation>Vorige Ansicht</translation>
    </message>
    <message>
        <source>Reset the procedure</source>
        <translation>Eingriff zurücksetzen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Mirror the picture</source>
        <translation>Bild spiegeln</translation>
    </message>
    <message>
        <source>Blank the patient screen</source>
        <translation>Patientenbildschirm schwarz</translation>
    </message>
    <message>
        <source>Take the photo</source>
        <translation>Foto aufnehmen</translation>
    </message>
    <message>
        <source>Retake the photo</source>
        <translation>Foto wiederholen</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
</context>
<context>
    <name>SliderRow</name>
    <message>
        <source>{0}, number</source>
        <translation>{0}, Zahl</translation>
    </message>
    <message>
        <source>Reset {0}</source>
        <translation>{0} zurücksetzen</translation>
    </message>
    <message>
        <source>Back to what the intensity gives</source>
        <translation>Zurück zu dem, was die Stärke ergibt</translation>
    </message>
</context>
<context>
    <name>TileGrid</name>
    <message>
        <source>Pictures beside each other</source>
        <translation>Bilder nebeneinander</translation>
    </message>
</context>
<context>
    <name>UnlockView</name>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>Passwort wiederholen</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>Ich habe ihn aufgeschrieben</translation>
    </message>
    <message>
        <source>Write this recovery key down</source>
        <translation>Diesen Wiederherstellungsschlüssel aufschreiben</translation>
    </message>
    <message>
        <source>It opens everything if the password is lost. It is shown only now; keep it on paper, in a safe.</source>
        <translation>Er öffnet alles, wenn das Passwort verloren ist. Er wird nur jetzt gezeigt; bitte auf Papier im Tresor verwahren.</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Type the password of {0}.</source>
        <translation>Bitte das Passwort von {0} eingeben.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Set up this workstation</source>
        <translation>Diesen Arbeitsplatz einrichten</translation>
    </message>
    <message>
        <source>One password protects every patient&apos;s file. It needs at least 12 characters; a few words are easy to remember. Until then you can plan on photos, and nothing is saved.</source>
        <translation>Ein Passwort schützt alle Patientendateien. Es braucht mindestens 12 Zeichen; einige Wörter sind leicht zu merken. Bis dahin kann auf Fotos geplant werden, gespeichert wird nichts.</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Everything is saved. Type your password to go on.</source>
        <translation>Alles ist gespeichert. Zum Fortfahren bitte das Passwort eingeben.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Type a user name first.</source>
        <translation>Bitte zuerst einen Benutzernamen eingeben.</translation>
    </message>
    <message>
        <source>The two passwords differ; type them again.</source>
        <translation>Die beiden Passwörter unterscheiden sich; bitte erneut eingeben.</translation>
    </message>
</context>
<context>
    <name>ModelsFlow</name>
    <message>
        <source>Open models</source>
        <translation>Modelle öffnen</translation>
    </message>
    <message>
        <source>Remove {0} from this workstation? It would have to be fetched or imported again.</source>
        <translation>{0} von diesem Arbeitsplatz entfernen? Es müsste neu geladen oder importiert werden.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>What has arrived is kept, and Continue goes on from there. Without internet, import the model from a USB stick.</source>
        <translation>Was angekommen ist, bleibt, und „Fortsetzen“ macht dort weiter. Ohne Internet: das Modell von einem USB-Stick importieren.</translation>
    </message>
    <message>
        <source>Make room on the disk, or see that the folder can be written, and try again.</source>
        <translation>Schaffen Sie Platz auf der Festplatte oder sorgen Sie dafür, dass der Ordner beschreibbar ist, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Nothing of it is used. Install it again, or import it from another copy.</source>
        <translation>Nichts davon wird verwendet. Installieren Sie es neu oder importieren Sie eine andere Kopie.</translation>
    </message>
    <message>
        <source>{0} is here and verified.</source>
        <translation>{0} ist da und geprüft.</translation>
    </message>
    <message>
        <source>{0} is here. Not every right hash is known in advance; what was found is recorded.</source>
        <translation>{0} ist da. Nicht jede richtige Prüfsumme ist im Voraus bekannt; die gefundene ist festgehalten.</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}. Install it again, or remove it.</source>
        <translation>{0} ist nicht verwendbar: {1}. Installieren Sie es neu oder entfernen Sie es.</translation>
    </message>
</context>
<context>
    <name>PaintingFlow</name>
    <message>
        <source>Nothing is planned that a picture could show. Open a photo and choose a procedure first.</source>
        <translation>Noch ist nichts geplant, was ein Bild zeigen könnte. Öffnen Sie ein Foto und wählen Sie einen Eingriff.</translation>
    </message>
    <message>
        <source>Photorealistic pictures need {0}, which is not installed; install the program with its extra “diffusion”. Everything else works without it.</source>
        <translation>Fotorealistische Bilder brauchen {0}; das ist nicht installiert. Installieren Sie das Programm mit seiner Erweiterung „diffusion“. Alles andere geht ohne.</translation>
    </message>
    <message>
        <source>Photorealistic pictures need {0}. Everything else works without it.</source>
        <translation>Fotorealistische Bilder brauchen {0}. Alles andere geht ohne.</translation>
    </message>
    <message>
        <source>The photorealistic picture is finished, but the plan has changed meanwhile.</source>
        <translation>Das fotorealistische Bild ist fertig, aber der Plan hat sich inzwischen geändert.</translation>
    </message>
    <message>
        <source>The photorealistic picture is finished.</source>
        <translation>Das fotorealistische Bild ist fertig.</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>The picture model behind every photorealistic mode</source>
        <translation>Das Bildmodell hinter jeder fotorealistischen Betriebsart</translation>
    </message>
    <message>
        <source>Holds the contours of face, eyes, brows and lips where the plan puts them</source>
        <translation>Hält die Konturen von Gesicht, Augen, Brauen und Lippen, wo der Plan sie hinsetzt</translation>
    </message>
    <message>
        <source>Optional second control: the edges of the warped photo, the nose among them</source>
        <translation>Wahlweise zweite Führung: die Kanten des verformten Fotos, auch die der Nase</translation>
    </message>
    <message>
        <source>Optional second control: the warped photo itself, the nose and its light among it</source>
        <translation>Wahlweise zweite Führung: das verformte Foto selbst, mit der Nase und ihrem Licht</translation>
    </message>
    <message>
        <source>Shows the picture model the patient's own face</source>
        <translation>Zeigt dem Bildmodell das eigene Gesicht der Patientin oder des Patienten</translation>
    </message>
    <message>
        <source>Lets the fast mode do with four to eight steps</source>
        <translation>Lässt die schnelle Betriebsart mit vier bis acht Schritten auskommen</translation>
    </message>
    <message>
        <source>Restores detail of the generated face; may be used commercially</source>
        <translation>Stellt Feinheiten des erzeugten Gesichts wieder her; gewerblich nutzbar</translation>
    </message>
    <message>
        <source>Restores detail of the generated face with a dial for fidelity; not for commercial use</source>
        <translation>Stellt Feinheiten des erzeugten Gesichts wieder her, mit Regler für die Treue; nicht gewerblich nutzbar</translation>
    </message>
    <message>
        <source>Sharpens what lies around the face inside the edited region</source>
        <translation>Schärft, was im bearbeiteten Bereich um das Gesicht liegt</translation>
    </message>
    <message>
        <source>Checks that the result still looks like the same person; may be used commercially</source>
        <translation>Prüft, ob das Ergebnis noch wie dieselbe Person aussieht; gewerblich nutzbar</translation>
    </message>
    <message>
        <source>Checks that the result still looks like the same person; not for commercial use</source>
        <translation>Prüft, ob das Ergebnis noch wie dieselbe Person aussieht; nicht gewerblich nutzbar</translation>
    </message>
</context>
<context>
    <name>Provenance</name>
    <message>
        <source>seed {0}</source>
        <translation>Startwert {0}</translation>
    </message>
    <message>
        <source>{0} pixels changed outside the mask</source>
        <translation>{0} Pixel außerhalb der Maske verändert</translation>
    </message>
    <message>
        <source>mean colour shift {0} ΔE2000</source>
        <translation>mittlere Farbverschiebung {0} ΔE2000</translation>
    </message>
    <message>
        <source>identity not checked: {0}</source>
        <translation>Identität nicht geprüft: {0}</translation>
    </message>
    <message>
        <source>identity held</source>
        <translation>Identität gewahrt</translation>
    </message>
    <message>
        <source>IDENTITY NOT HELD</source>
        <translation>IDENTITÄT NICHT GEWAHRT</translation>
    </message>
    <message>
        <source>{0} ({1}, similarity {2}, limit {3})</source>
        <translation>{0} ({1}, Ähnlichkeit {2}, Grenze {3})</translation>
    </message>
    <message>
        <source>Steps {0} ({1} computed), guidance {2}, conditioning {3}, strength {4}, {5} px, {6}</source>
        <translation>Schritte {0} ({1} gerechnet), Textführung {2}, Konturführung {3}, Stärke {4}, {5} px, {6}</translation>
    </message>
    <message>
        <source>Model {0}: {1}</source>
        <translation>Modell {0}: {1}</translation>
    </message>
    <message>
        <source>Face restoration</source>
        <translation>Gesichtswiederherstellung</translation>
    </message>
    <message>
        <source>Sharper surroundings</source>
        <translation>Schärfere Umgebung</translation>
    </message>
    <message>
        <source>Tone of the photo</source>
        <translation>Farbton des Fotos</translation>
    </message>
    <message>
        <source>Sharpening</source>
        <translation>Schärfung</translation>
    </message>
    <message>
        <source>{0}: left out ({1})</source>
        <translation>{0}: ausgelassen ({1})</translation>
    </message>
    <message>
        <source>{0}: {1} ΔE2000 on average</source>
        <translation>{0}: im Mittel {1} ΔE2000</translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Fetching {0}</source>
        <translation>{0} wird geladen</translation>
    </message>
    <message>
        <source>Copying {0}</source>
        <translation>{0} wird kopiert</translation>
    </message>
    <message>
        <source>Checking {0}</source>
        <translation>{0} wird geprüft</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>Malen</translation>
    </message>
    <message>
        <source>Computing the change</source>
        <translation>Veränderung wird berechnet</translation>
    </message>
    <message>
        <source>Drawing the mask</source>
        <translation>Maske wird gezeichnet</translation>
    </message>
    <message>
        <source>Moving the skin</source>
        <translation>Haut wird bewegt</translation>
    </message>
    <message>
        <source>Blending</source>
        <translation>Übergänge werden gemischt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Starting the picture engine</source>
        <translation>Bildmaschine startet</translation>
    </message>
    <message>
        <source>Loading the picture model</source>
        <translation>Bildmodell wird geladen</translation>
    </message>
    <message>
        <source>Developing the picture</source>
        <translation>Bild wird entwickelt</translation>
    </message>
    <message>
        <source>Finishing the picture</source>
        <translation>Bild wird fertiggestellt</translation>
    </message>
    <message>
        <source>{0} · {1} %</source>
        <translation>{0} · {1} %</translation>
    </message>
    <message>
        <source>{0} · about {1} left</source>
        <translation>{0} · noch etwa {1}</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
</context>
<context>
    <name>ModelsView</name>
    <message>
        <source>Import from a folder ...</source>
        <translation>Aus einem Ordner importieren ...</translation>
    </message>
    <message>
        <source>Import models from a folder</source>
        <translation>Modelle aus einem Ordner importieren</translation>
    </message>
    <message>
        <source>Folder or USB stick with models</source>
        <translation>Ordner oder USB-Stick mit Modellen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Looking for models ...</source>
        <translation>Modelle werden gesucht ...</translation>
    </message>
    <message>
        <source>The photorealistic modes need {0}; install the program with its extra “diffusion”.</source>
        <translation>Die fotorealistischen Betriebsarten brauchen {0}; installieren Sie das Programm mit seiner Erweiterung „diffusion“.</translation>
    </message>
    <message>
        <source>The geometric preview needs no model. Nothing here is fetched unless you ask for it.</source>
        <translation>Die geometrische Vorschau braucht kein Modell. Nichts wird geladen, ohne dass Sie es verlangen.</translation>
    </message>
    <message>
        <source>Ready: {0}.</source>
        <translation>Bereit: {0}.</translation>
    </message>
    <message>
        <source>No photorealistic mode is ready yet.</source>
        <translation>Noch ist keine fotorealistische Betriebsart bereit.</translation>
    </message>
    <message>
        <source>Folder: {0}</source>
        <translation>Ordner: {0}</translation>
    </message>
</context>
<context>
    <name>PaintingDials</name>
    <message>
        <source>The view that is shown</source>
        <translation>Die gezeigte Ansicht</translation>
    </message>
    <message>
        <source>All views, in one batch</source>
        <translation>Alle Ansichten auf einmal</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <source>drawn each time</source>
        <translation>jedes Mal gezogen</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Defaults of the photorealistic dials</source>
        <translation>Vorgaben der fotorealistischen Regler</translation>
    </message>
    <message>
        <source>Best here: {0}</source>
        <translation>Hier die beste: {0}</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Betriebsart</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Textführung</translation>
    </message>
    <message>
        <source>Conditioning scale</source>
        <translation>Konturführung</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Steps {0}, guidance {1}, conditioning {2}, strength {3}. The same seed gives the same picture.</source>
        <translation>Schritte {0}, Textführung {1}, Konturführung {2}, Stärke {3}. Gleicher Startwert gibt das gleiche Bild.</translation>
    </message>
</context>
<context>
    <name>PaintingPanel</name>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Photorealistic</source>
        <translation>Fotorealistisch</translation>
    </message>
    <message>
        <source>Unfinished picture</source>
        <translation>Unfertiges Bild</translation>
    </message>
    <message>
        <source>Progress of the photorealistic picture</source>
        <translation>Fortschritt des fotorealistischen Bildes</translation>
    </message>
    <message>
        <source>Dials</source>
        <translation>Regler</translation>
    </message>
    <message>
        <source>Dials of the photorealistic picture</source>
        <translation>Regler des fotorealistischen Bildes</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details of the photorealistic picture</source>
        <translation>Einzelheiten des fotorealistischen Bildes</translation>
    </message>
    <message>
        <source>Models ...</source>
        <translation>Modelle ...</translation>
    </message>
    <message>
        <source>Open the models</source>
        <translation>Die Modelle öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the photorealistic picture</source>
        <translation>Das fotorealistische Bild abbrechen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Do not paint now</source>
        <translation>Jetzt nicht malen</translation>
    </message>
    <message>
        <source>Paint it</source>
        <translation>Malen</translation>
    </message>
    <message>
        <source>Paint it all the same</source>
        <translation>Trotzdem malen</translation>
    </message>
    <message>
        <source>Photorealistic ...</source>
        <translation>Fotorealistisch ...</translation>
    </message>
    <message>
        <source>Render the plan photorealistically</source>
        <translation>Den Plan fotorealistisch malen</translation>
    </message>
    <message>
        <source>No graphics card can be used here. On the processor this takes about {0} and the time to load the models; the live preview stays usable meanwhile. Paint it?</source>
        <translation>Hier ist keine Grafikkarte nutzbar. Auf dem Prozessor dauert das etwa {0} und die Zeit, die Modelle zu laden; die Live-Vorschau bleibt nutzbar. Malen?</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>The photorealistic picture shows an earlier plan or photo. Render it again.</source>
        <translation>Das fotorealistische Bild zeigt einen früheren Plan oder ein früheres Foto. Malen Sie es neu.</translation>
    </message>
    <message>
        <source>The plan as a photo would show it, inside the mask only; the live preview stays as it is.</source>
        <translation>Der Plan, wie ein Foto ihn zeigen würde, nur innerhalb der Maske; die Live-Vorschau bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Looking for models ...</source>
        <translation>Modelle werden gesucht ...</translation>
    </message>
    <message>
        <source>Photorealistic pictures need {0}, which is not installed.</source>
        <translation>Fotorealistische Bilder brauchen {0}; das ist nicht installiert.</translation>
    </message>
    <message>
        <source>Photorealistic pictures need models that are not ready on this workstation.</source>
        <translation>Fotorealistische Bilder brauchen Modelle, die an diesem Arbeitsplatz nicht bereit sind.</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Install {0}</source>
        <translation>{0} installieren</translation>
    </message>
    <message>
        <source>Import ...</source>
        <translation>Importieren ...</translation>
    </message>
    <message>
        <source>Import {0} from a folder</source>
        <translation>{0} aus einem Ordner importieren</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Verify {0}</source>
        <translation>{0} prüfen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} entfernen</translation>
    </message>
    <message>
        <source>Terms of use</source>
        <translation>Nutzungsbedingungen</translation>
    </message>
    <message>
        <source>Terms of use of {0}</source>
        <translation>Nutzungsbedingungen von {0}</translation>
    </message>
    <message>
        <source>Progress of {0}</source>
        <translation>Fortschritt von {0}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the work on {0}</source>
        <translation>Arbeit an {0} abbrechen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Waiting ...</source>
        <translation>Wartet ...</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>Nicht da</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Unverified</source>
        <translation>Unbestätigt</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>{0} · off</source>
        <translation>{0} · aus</translation>
    </message>
    <message>
        <source>needs about {0} of memory</source>
        <translation>braucht etwa {0} Speicher</translation>
    </message>
    <message>
        <source>needed by {0}</source>
        <translation>gebraucht von {0}</translation>
    </message>
    <message>
        <source>Not for commercial use.</source>
        <translation>Nicht gewerblich nutzbar.</translation>
    </message>
    <message>
        <source>Off until its terms of use are accepted.</source>
        <translation>Aus, bis die Nutzungsbedingungen angenommen sind.</translation>
    </message>
    <message>
        <source>{0}. It is never loaded: install it again, or remove it.</source>
        <translation>{0}. Es wird nie geladen: installieren Sie es neu oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>{0}. What has arrived is kept.</source>
        <translation>{0}. Was angekommen ist, bleibt.</translation>
    </message>
    <message>
        <source>Put there by hand; it is used once it has been verified.</source>
        <translation>Von Hand abgelegt; es wird verwendet, sobald es geprüft ist.</translation>
    </message>
    <message>
        <source>Hashed here; the right hash of {0} of its {1} files is not known in advance.</source>
        <translation>Hier gehasht; für {0} von {1} Dateien ist die richtige Prüfsumme nicht im Voraus bekannt.</translation>
    </message>
    <message>
        <source>{0} on the disk</source>
        <translation>{0} auf der Festplatte</translation>
    </message>
    <message>
        <source>{0} to fetch</source>
        <translation>{0} zu laden</translation>
    </message>
    <message>
        <source>at least {0} to fetch</source>
        <translation>mindestens {0} zu laden</translation>
    </message>
    <message>
        <source>size not known in advance</source>
        <translation>Größe nicht im Voraus bekannt</translation>
    </message>
</context>
<context>
    <name>TermsSheet</name>
    <message>
        <source>Address of the terms</source>
        <translation>Adresse der Bedingungen</translation>
    </message>
    <message>
        <source>Text of the terms</source>
        <translation>Text der Bedingungen</translation>
    </message>
    <message>
        <source>Accept and go on</source>
        <translation>Annehmen und weiter</translation>
    </message>
    <message>
        <source>Terms of use of {0}</source>
        <translation>Nutzungsbedingungen von {0}</translation>
    </message>
    <message>
        <source>Commercial use is allowed within these terms.</source>
        <translation>Gewerbliche Nutzung ist im Rahmen dieser Bedingungen erlaubt.</translation>
    </message>
    <message>
        <source>Not for commercial use: do not use it for paid consultations.</source>
        <translation>Nicht gewerblich nutzbar: nicht für bezahlte Beratungen verwenden.</translation>
    </message>
    <message>
        <source>The program does not hold the text of these terms. Read it at the address above before you accept it.</source>
        <translation>Das Programm enthält den Text dieser Bedingungen nicht. Lesen Sie ihn unter der Adresse oben, bevor Sie ihn annehmen.</translation>
    </message>
    <message>
        <source>Do not accept</source>
        <translation>Nicht annehmen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>PaintingWorker</name>
    <message>
        <source>There is not enough memory for the photorealistic picture; close other programs.</source>
        <translation>Der Speicher reicht nicht für das fotorealistische Bild; schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>The photorealistic picture could not be made ({0}). Photos and plan are kept.</source>
        <translation>Das fotorealistische Bild konnte nicht gemacht werden ({0}). Fotos und Plan sind erhalten.</translation>
    </message>
</context>
</TS>
