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
    <name>CaptureFlow</name>
    <message>
        <source>{0}: the photo was discarded.</source>
        <translation>{0}: Das Foto wurde verworfen.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
</context>
<context>
    <name>CapturePanel</name>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>No camera was found</source>
        <translation>Keine Kamera gefunden</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Another source</source>
        <translation>Andere Quelle</translation>
    </message>
    <message>
        <source>Folder of pictures ...</source>
        <translation>Ordner mit Bildern ...</translation>
    </message>
    <message>
        <source>Video file ...</source>
        <translation>Videodatei ...</translation>
    </message>
    <message>
        <source>Network stream ...</source>
        <translation>Netzwerkstrom ...</translation>
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
        <source>Put the points back</source>
        <translation>Punkte zurücksetzen</translation>
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
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Another source is running</source>
        <translation>Eine andere Quelle läuft</translation>
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
        <source>The outline is being traced ...</source>
        <translation>Der Umriss wird verfolgt ...</translation>
    </message>
    <message>
        <source>This is no full profile: no outline can be traced in it.</source>
        <translation>Das ist kein volles Profil: Darin lässt sich kein Umriss verfolgen.</translation>
    </message>
    <message>
        <source>Check the outline. Points can be dragged, or moved with the arrow keys; amber ones are faint.</source>
        <translation>Prüfen Sie den Umriss. Punkte lassen sich ziehen oder mit den Pfeiltasten bewegen; gelbe sind unsicher.</translation>
    </message>
</context>
<context>
    <name>CaptureView</name>
    <message>
        <source>Profile to be confirmed</source>
        <translation>Profil zu bestätigen</translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation>Bitte stillhalten</translation>
    </message>
    <message>
        <source>{0} · is this a profile?</source>
        <translation>{0} · ist das ein Profil?</translation>
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
        <source>Videos ({0})</source>
        <translation>Videos ({0})</translation>
    </message>
    <message>
        <source>Choose a video</source>
        <translation>Video wählen</translation>
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
        <translation>Umformung der Nase: Nasenrücken, Breite, Spitze und Nasenbasis.</translation>
    </message>
    <message>
        <source>Dorsal hump</source>
        <translation>Nasenhöcker</translation>
    </message>
    <message>
        <source>Positive lowers the hump: the bridge at the rhinion moves straight back. Negative augments the dorsum.</source>
        <translation>Positiv trägt den Höcker ab: Der Rücken am Rhinion rückt gerade nach hinten. Negativ baut ihn auf.</translation>
    </message>
    <message>
        <source>Dorsal width</source>
        <translation>Breite des Nasenrückens</translation>
    </message>
    <message>
        <source>Positive narrows the bony and middle vault: each side wall moves towards the midline, mm per side.</source>
        <translation>Positiv verschmälert das knöcherne und mittlere Gewölbe: Jede Seitenwand rückt zur Mitte, mm je Seite.</translation>
    </message>
    <message>
        <source>Radix height</source>
        <translation>Höhe der Nasenwurzel</translation>
    </message>
    <message>
        <source>Positive raises the root of the nose: it moves forward. Negative deepens it.</source>
        <translation>Positiv hebt die Nasenwurzel: Sie rückt nach vorn. Negativ vertieft sie.</translation>
    </message>
    <message>
        <source>Tip projection</source>
        <translation>Spitzenprojektion</translation>
    </message>
    <message>
        <source>Positive projects the tip: it moves forward, away from the face. Negative sets it back.</source>
        <translation>Positiv bringt die Spitze nach vorn, vom Gesicht weg. Negativ setzt sie zurück.</translation>
    </message>
    <message>
        <source>Tip rotation</source>
        <translation>Spitzenrotation</translation>
    </message>
    <message>
        <source>Positive turns the tip upwards about the alar crease: the angle from the crease to the tip grows by this much.</source>
        <translation>Positiv dreht die Spitze um die Flügelfalte nach oben: Der Winkel von der Falte zur Spitze wächst um diesen Betrag.</translation>
    </message>
    <message>
        <source>Tip width</source>
        <translation>Breite der Nasenspitze</translation>
    </message>
    <message>
        <source>Positive narrows the tip: each dome moves towards the midline, mm per side.</source>
        <translation>Positiv verschmälert die Spitze: Jeder Dom rückt zur Mitte, mm je Seite.</translation>
    </message>
    <message>
        <source>Nasal length</source>
        <translation>Nasenlänge</translation>
    </message>
    <message>
        <source>Positive shortens the nose: the tip moves towards the root along the bridge. Negative lengthens it.</source>
        <translation>Positiv verkürzt die Nase: Die Spitze rückt entlang des Rückens zur Wurzel. Negativ verlängert sie.</translation>
    </message>
    <message>
        <source>Alar base width</source>
        <translation>Breite der Nasenbasis</translation>
    </message>
    <message>
        <source>Positive narrows the alar base: each ala moves towards the midline, mm per side.</source>
        <translation>Positiv verschmälert die Nasenbasis: Jeder Flügel rückt zur Mitte, mm je Seite.</translation>
    </message>
    <message>
        <source>Columellar show</source>
        <translation>Sichtbarkeit der Columella</translation>
    </message>
    <message>
        <source>Positive reduces a hanging columella: it moves up, towards the septum. Negative lowers it.</source>
        <translation>Positiv verringert eine hängende Columella: Sie rückt nach oben, zum Septum. Negativ senkt sie.</translation>
    </message>
    <message>
        <source>Blepharoplasty</source>
        <translation>Blepharoplastik</translation>
    </message>
    <message>
        <source>Surgery of the upper and lower eyelids and of the outer corner of the eye.</source>
        <translation>Operation der Ober- und Unterlider und des äußeren Augenwinkels.</translation>
    </message>
    <message>
        <source>Upper lid show</source>
        <translation>Sichtbares Oberlid</translation>
    </message>
    <message>
        <source>Positive shows more of the upper lid: the skin fold rises, and the lid margin follows by three tenths. mm per side.</source>
        <translation>Positiv zeigt mehr vom Oberlid: Die Hautfalte steigt, der Lidrand folgt um drei Zehntel. mm je Seite.</translation>
    </message>
    <message>
        <source>Upper lid height</source>
        <translation>Höhe des Oberlids</translation>
    </message>
    <message>
        <source>Positive opens the eye: the margin of the upper lid rises, as in the repair of a drooping lid. mm per side.</source>
        <translation>Positiv öffnet das Auge: Der Rand des Oberlids steigt, wie bei der Korrektur eines hängenden Lids. mm je Seite.</translation>
    </message>
    <message>
        <source>Lower lid fullness</source>
        <translation>Fülle des Unterlids</translation>
    </message>
    <message>
        <source>Positive flattens the bag under the eye: it moves back. Negative fills it. mm per side.</source>
        <translation>Positiv flacht den Tränensack ab: Er rückt nach hinten. Negativ füllt ihn. mm je Seite.</translation>
    </message>
    <message>
        <source>Lower lid height</source>
        <translation>Höhe des Unterlids</translation>
    </message>
    <message>
        <source>Positive raises the margin of the lower lid, as tightening does: less white shows below the iris. mm per side.</source>
        <translation>Positiv hebt den Rand des Unterlids, wie eine Straffung: Unter der Iris ist weniger Weiß zu sehen. mm je Seite.</translation>
    </message>
    <message>
        <source>Lateral canthal tilt</source>
        <translation>Neigung der Lidachse</translation>
    </message>
    <message>
        <source>Positive raises the outer corner of the eye: it turns about the inner corner by this much, on each side.</source>
        <translation>Positiv hebt den äußeren Augenwinkel: Er dreht sich auf jeder Seite um diesen Betrag um den inneren.</translation>
    </message>
    <message>
        <source>Rhytidectomy</source>
        <translation>Rhytidektomie</translation>
    </message>
    <message>
        <source>Facelift: jowls, midface, the tissue under the chin and the temples are lifted and tightened.</source>
        <translation>Facelift: Hängebäckchen, Mittelgesicht, das Gewebe unter dem Kinn und die Schläfen werden gehoben und gestrafft.</translation>
    </message>
    <message>
        <source>Jowl lift</source>
        <translation>Anhebung der Hängebäckchen</translation>
    </message>
    <message>
        <source>Positive lifts the jowl up and back towards the ear lobe, mm per side.</source>
        <translation>Positiv hebt das Hängebäckchen nach oben und hinten zum Ohrläppchen, mm je Seite.</translation>
    </message>
    <message>
        <source>Midface lift</source>
        <translation>Mittelgesichtslift</translation>
    </message>
    <message>
        <source>Positive lifts the cheek pad up and slightly outwards, across the nasolabial fold, mm per side.</source>
        <translation>Positiv hebt das Wangenpolster nach oben und etwas nach außen, quer zur Nasolabialfalte, mm je Seite.</translation>
    </message>
    <message>
        <source>Submental tightening</source>
        <translation>Straffung unter dem Kinn</translation>
    </message>
    <message>
        <source>Positive tightens the tissue under the chin and the front of the jaw line: it moves up and back, mm per side.</source>
        <translation>Positiv strafft das Gewebe unter dem Kinn und den vorderen Unterkieferrand: Es rückt nach oben und hinten, mm je Seite.</translation>
    </message>
    <message>
        <source>Temple lift</source>
        <translation>Schläfenlift</translation>
    </message>
    <message>
        <source>Positive lifts the temple and the tail of the brow up and outwards, mm per side.</source>
        <translation>Positiv hebt Schläfe und Brauenende nach oben und außen, mm je Seite.</translation>
    </message>
    <message>
        <source>Orthognathic surgery</source>
        <translation>Dysgnathiechirurgie</translation>
    </message>
    <message>
        <source>Repositioning of the jaws: mandible, maxilla and angle of the jaw. Values are millimetres of the soft tissue.</source>
        <translation>Verlagerung der Kiefer: Unterkiefer, Oberkiefer und Kieferwinkel. Die Werte sind Millimeter am Weichgewebe.</translation>
    </message>
    <message>
        <source>Mandibular advancement</source>
        <translation>Vorverlagerung des Unterkiefers</translation>
    </message>
    <message>
        <source>Positive advances the lower jaw: the chin moves forward and the lower lip follows by three quarters. Negative sets it back.</source>
        <translation>Positiv verlagert den Unterkiefer nach vorn: Das Kinn rückt vor, die Unterlippe folgt um drei Viertel. Negativ setzt ihn zurück.</translation>
    </message>
    <message>
        <source>Maxillary advancement</source>
        <translation>Vorverlagerung des Oberkiefers</translation>
    </message>
    <message>
        <source>Positive advances the upper jaw: the upper lip moves forward, the base of the nose follows in part. Negative sets it back.</source>
        <translation>Positiv verlagert den Oberkiefer nach vorn: Die Oberlippe rückt vor, die Nasenbasis folgt zum Teil. Negativ setzt ihn zurück.</translation>
    </message>
    <message>
        <source>Maxillary impaction</source>
        <translation>Impaktion des Oberkiefers</translation>
    </message>
    <message>
        <source>Positive moves the upper jaw up: the chin closes upwards by this much, the lips follow in part. The forward part of the closure is dialled as mandibular advancement. Negative lengthens the face.</source>
        <translation>Positiv verlagert den Oberkiefer nach oben: Das Kinn schließt um diesen Betrag nach oben, die Lippen folgen zum Teil. Der Anteil nach vorn wird als Vorverlagerung des Unterkiefers eingestellt. Negativ verlängert das Gesicht.</translation>
    </message>
    <message>
        <source>Jaw width</source>
        <translation>Kieferbreite</translation>
    </message>
    <message>
        <source>Positive narrows the lower face: each angle of the jaw moves towards the midline, mm per side.</source>
        <translation>Positiv verschmälert das Untergesicht: Jeder Kieferwinkel rückt zur Mitte, mm je Seite.</translation>
    </message>
    <message>
        <source>Midline shift</source>
        <translation>Verschiebung der Mittellinie</translation>
    </message>
    <message>
        <source>Positive moves the chin and lower jaw to the patient&apos;s left, negative to the right.</source>
        <translation>Positiv rückt Kinn und Unterkiefer nach links vom Patienten aus, negativ nach rechts.</translation>
    </message>
    <message>
        <source>Occlusal cant</source>
        <translation>Neigung der Okklusionsebene</translation>
    </message>
    <message>
        <source>Positive turns the lower jaw and the lips in the frontal plane about the base of the nose: the patient&apos;s left corner of the mouth rises. Negative raises the right.</source>
        <translation>Positiv dreht Unterkiefer und Lippen in der Frontalebene um die Nasenbasis: Der linke Mundwinkel des Patienten steigt. Negativ hebt den rechten.</translation>
    </message>
    <message>
        <source>Brow lift</source>
        <translation>Brauenlift</translation>
    </message>
    <message>
        <source>Elevation and shaping of the eyebrows.</source>
        <translation>Anhebung und Formung der Augenbrauen.</translation>
    </message>
    <message>
        <source>Medial brow lift</source>
        <translation>Mediale Brauenhebung</translation>
    </message>
    <message>
        <source>Positive raises the inner third of the brow, mm per side.</source>
        <translation>Positiv hebt das innere Drittel der Braue, mm je Seite.</translation>
    </message>
    <message>
        <source>Lateral brow lift</source>
        <translation>Laterale Brauenhebung</translation>
    </message>
    <message>
        <source>Positive raises the outer third of the brow up and slightly outwards, mm per side.</source>
        <translation>Positiv hebt das äußere Drittel der Braue nach oben und etwas nach außen, mm je Seite.</translation>
    </message>
    <message>
        <source>Brow arch</source>
        <translation>Brauenbogen</translation>
    </message>
    <message>
        <source>Positive raises the peak of the brow, just medial to the outer corner of the eye, mm per side.</source>
        <translation>Positiv hebt den höchsten Punkt der Braue, knapp medial des äußeren Augenwinkels, mm je Seite.</translation>
    </message>
    <message>
        <source>Mentoplasty</source>
        <translation>Kinnplastik</translation>
    </message>
    <message>
        <source>Surgery of the chin: sliding genioplasty or implant.</source>
        <translation>Operation des Kinns: Kinnplastik durch Versetzen oder Implantat.</translation>
    </message>
    <message>
        <source>Chin projection</source>
        <translation>Kinnprojektion</translation>
    </message>
    <message>
        <source>Positive advances the chin: it moves forward. Negative sets it back.</source>
        <translation>Positiv bringt das Kinn nach vorn. Negativ setzt es zurück.</translation>
    </message>
    <message>
        <source>Chin height</source>
        <translation>Kinnhöhe</translation>
    </message>
    <message>
        <source>Positive lengthens the chin: it moves down. Negative shortens it.</source>
        <translation>Positiv verlängert das Kinn: Es rückt nach unten. Negativ verkürzt es.</translation>
    </message>
    <message>
        <source>Chin width</source>
        <translation>Kinnbreite</translation>
    </message>
    <message>
        <source>Positive narrows the chin: each side moves towards the midline, mm per side.</source>
        <translation>Positiv verschmälert das Kinn: Jede Seite rückt zur Mitte, mm je Seite.</translation>
    </message>
</context>
<context>
    <name>Coaching</name>
    <message>
        <source>Hair or glasses seem to lie over the root of the nose; take them away, or place the nasion by hand.</source>
        <translation>Haare oder eine Brille liegen offenbar über der Nasenwurzel; nehmen Sie sie weg, oder setzen Sie das Nasion von Hand.</translation>
    </message>
    <message>
        <source>Something seems to lie before the tip of the nose; take it away, or place the tip by hand.</source>
        <translation>Vor der Nasenspitze liegt offenbar etwas; nehmen Sie es weg, oder setzen Sie die Spitze von Hand.</translation>
    </message>
    <message>
        <source>A hand or something else seems to lie before the chin; take it away, or place the points by hand.</source>
        <translation>Vor dem Kinn liegt offenbar eine Hand oder etwas anderes; nehmen Sie es weg, oder setzen Sie die Punkte von Hand.</translation>
    </message>
    <message>
        <source>No face is in the picture; look towards the camera with the whole head in view.</source>
        <translation>Im Bild ist kein Gesicht; bitte zur Kamera schauen, der ganze Kopf im Bild.</translation>
    </message>
    <message>
        <source>More than one face is in the picture; only the patient may be.</source>
        <translation>Im Bild ist mehr als ein Gesicht; nur der Patient darf zu sehen sein.</translation>
    </message>
    <message>
        <source>The turn of the head cannot be read; show the face without hair or hands.</source>
        <translation>Die Kopfdrehung ist nicht zu erkennen; zeigen Sie das Gesicht ohne Haare oder Hände davor.</translation>
    </message>
    <message>
        <source>Turn a little more to your right.</source>
        <translation>Bitte etwas weiter nach rechts drehen.</translation>
    </message>
    <message>
        <source>Turn a little more to your left.</source>
        <translation>Bitte etwas weiter nach links drehen.</translation>
    </message>
    <message>
        <source>Turn further to your right.</source>
        <translation>Bitte weiter nach rechts drehen.</translation>
    </message>
    <message>
        <source>Turn further to your left.</source>
        <translation>Bitte weiter nach links drehen.</translation>
    </message>
    <message>
        <source>Turn until the far eyelashes just vanish, then hold still.</source>
        <translation>Drehen, bis die Wimpern der anderen Seite gerade verschwinden, dann stillhalten.</translation>
    </message>
    <message>
        <source>Lower the chin a little.</source>
        <translation>Das Kinn etwas senken.</translation>
    </message>
    <message>
        <source>Lower the chin.</source>
        <translation>Das Kinn senken.</translation>
    </message>
    <message>
        <source>Raise the chin a little.</source>
        <translation>Das Kinn etwas heben.</translation>
    </message>
    <message>
        <source>Raise the chin.</source>
        <translation>Das Kinn heben.</translation>
    </message>
    <message>
        <source>Tilt the head a little towards your left shoulder.</source>
        <translation>Den Kopf etwas zur linken Schulter neigen.</translation>
    </message>
    <message>
        <source>Tilt the head towards your left shoulder.</source>
        <translation>Den Kopf zur linken Schulter neigen.</translation>
    </message>
    <message>
        <source>Tilt the head a little towards your right shoulder.</source>
        <translation>Den Kopf etwas zur rechten Schulter neigen.</translation>
    </message>
    <message>
        <source>Tilt the head towards your right shoulder.</source>
        <translation>Den Kopf zur rechten Schulter neigen.</translation>
    </message>
    <message>
        <source>The face is too small; come closer to the camera.</source>
        <translation>Das Gesicht ist zu klein; bitte näher an die Kamera.</translation>
    </message>
    <message>
        <source>The face does not fit into the picture; move back from the camera.</source>
        <translation>Das Gesicht passt nicht ins Bild; bitte von der Kamera zurück.</translation>
    </message>
    <message>
        <source>Come a little closer to the camera.</source>
        <translation>Bitte etwas näher an die Kamera.</translation>
    </message>
    <message>
        <source>Move back a little from the camera.</source>
        <translation>Bitte etwas von der Kamera zurück.</translation>
    </message>
    <message>
        <source>The face is cut off by the edge; move it into the middle.</source>
        <translation>Das Gesicht ist am Rand abgeschnitten; bitte in die Mitte rücken.</translation>
    </message>
    <message>
        <source>Move the camera a little to the patient&apos;s left.</source>
        <translation>Die Kamera vom Patienten aus etwas nach links rücken.</translation>
    </message>
    <message>
        <source>Move the camera a little to the patient&apos;s right.</source>
        <translation>Die Kamera vom Patienten aus etwas nach rechts rücken.</translation>
    </message>
    <message>
        <source>The face is blurred; focus on the eyes and keep the camera steady.</source>
        <translation>Das Gesicht ist unscharf; auf die Augen scharfstellen und die Kamera ruhig halten.</translation>
    </message>
    <message>
        <source>The face is slightly blurred; let the camera focus on the eyes.</source>
        <translation>Das Gesicht ist etwas unscharf; die Kamera auf die Augen scharfstellen lassen.</translation>
    </message>
    <message>
        <source>Parts of the face are burnt out to white; use less or softer light.</source>
        <translation>Teile des Gesichts sind weiß ausgebrannt; weniger oder weicheres Licht nehmen.</translation>
    </message>
    <message>
        <source>The face is very bright; use a little less light.</source>
        <translation>Das Gesicht ist sehr hell; etwas weniger Licht nehmen.</translation>
    </message>
    <message>
        <source>Detail is lost in black; use more light on the face.</source>
        <translation>Im Schwarz geht Zeichnung verloren; mehr Licht auf das Gesicht geben.</translation>
    </message>
    <message>
        <source>The light comes from behind; light the face from the front.</source>
        <translation>Das Licht kommt von hinten; das Gesicht von vorn beleuchten.</translation>
    </message>
    <message>
        <source>The patient&apos;s left side is in shadow; light both sides evenly.</source>
        <translation>Die linke Seite des Patienten liegt im Schatten; beide Seiten gleichmäßig beleuchten.</translation>
    </message>
    <message>
        <source>The patient&apos;s right side is in shadow; light both sides evenly.</source>
        <translation>Die rechte Seite des Patienten liegt im Schatten; beide Seiten gleichmäßig beleuchten.</translation>
    </message>
    <message>
        <source>Close the mouth with the lips at rest.</source>
        <translation>Mund schließen, Lippen entspannt.</translation>
    </message>
    <message>
        <source>Relax the mouth; no smile.</source>
        <translation>Mund entspannen; nicht lächeln.</translation>
    </message>
    <message>
        <source>Open the eyes and look straight ahead.</source>
        <translation>Augen öffnen und geradeaus schauen.</translation>
    </message>
    <message>
        <source>Hold still for a moment.</source>
        <translation>Einen Moment stillhalten.</translation>
    </message>
    <message>
        <source>Something may cover the face; take hands, hair, mask and jewellery away.</source>
        <translation>Etwas verdeckt vielleicht das Gesicht; Hände, Haare, Maske und Schmuck bitte weg.</translation>
    </message>
    <message>
        <source>If the patient wears glasses, take them off.</source>
        <translation>Falls der Patient eine Brille trägt, bitte abnehmen.</translation>
    </message>
    <message>
        <source>The camera gives no picture any more; check its cable and choose it again.</source>
        <translation>Die Kamera liefert kein Bild mehr; prüfen Sie das Kabel und wählen Sie sie erneut.</translation>
    </message>
    <message>
        <source>The outline cannot be traced because the face is seen too dimly; use more light.</source>
        <translation>Der Umriss lässt sich nicht verfolgen, weil das Gesicht zu dunkel ist; mehr Licht nehmen.</translation>
    </message>
    <message>
        <source>The profile hardly differs from the background; use a plain background of another brightness.</source>
        <translation>Das Profil hebt sich kaum vom Hintergrund ab; nehmen Sie einen glatten Hintergrund von anderer Helligkeit.</translation>
    </message>
    <message>
        <source>The head cannot be told from the background; use a plain one of another brightness.</source>
        <translation>Der Kopf hebt sich nicht vom Hintergrund ab; nehmen Sie einen glatten von anderer Helligkeit.</translation>
    </message>
    <message>
        <source>The nose is cut off by the edge of the photo; leave room in front of the face.</source>
        <translation>Die Nase ist vom Rand des Fotos abgeschnitten; lassen Sie vor dem Gesicht Platz.</translation>
    </message>
    <message>
        <source>The outline of the head is too short to trace; show the whole head and neck.</source>
        <translation>Der Umriss des Kopfes ist zu kurz; zeigen Sie den ganzen Kopf und Hals.</translation>
    </message>
    <message>
        <source>The chin is cut off in this profile; take the photo again with the whole neck in view.</source>
        <translation>Das Kinn ist in diesem Profil abgeschnitten; nehmen Sie es noch einmal mit dem ganzen Hals auf.</translation>
    </message>
    <message>
        <source>The tip of the nose cannot be found on the outline of this profile; keep hair, hands and glasses away from it, before a plain background.</source>
        <translation>Die Nasenspitze ist auf dem Umriss dieses Profils nicht zu finden; halten Sie Haare, Hände und Brille fern, vor glattem Hintergrund.</translation>
    </message>
    <message>
        <source>The root of the nose cannot be found on the outline of this profile; keep hair, hands and glasses away from it, before a plain background.</source>
        <translation>Die Nasenwurzel ist auf dem Umriss dieses Profils nicht zu finden; halten Sie Haare, Hände und Brille fern, vor glattem Hintergrund.</translation>
    </message>
    <message>
        <source>The mouth cannot be found on the outline of this profile; keep hair, hands and glasses away from it, before a plain background.</source>
        <translation>Der Mund ist auf dem Umriss dieses Profils nicht zu finden; halten Sie Haare, Hände und Brille fern, vor glattem Hintergrund.</translation>
    </message>
    <message>
        <source>The chin cannot be found on the outline of this profile; keep hair, hands and glasses away from it, before a plain background.</source>
        <translation>Das Kinn ist auf dem Umriss dieses Profils nicht zu finden; halten Sie Haare, Hände und Brille fern, vor glattem Hintergrund.</translation>
    </message>
    <message>
        <source>The profile cannot be found on the outline of this profile; keep hair, hands and glasses away from it, before a plain background.</source>
        <translation>Das Profil ist auf diesem Umriss nicht zu finden; halten Sie Haare, Hände und Brille fern, vor glattem Hintergrund.</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>Maneuver</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>Dialled and achieved values</source>
        <translation>Eingestellte und erreichte Werte</translation>
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
        <source>This photo is non-standard: it can be shown, and nothing is measured on it.</source>
        <translation>Dieses Foto entspricht nicht dem Standard: Es kann gezeigt werden, gemessen wird darauf nichts.</translation>
    </message>
    <message>
        <source>Change from before to after</source>
        <translation>Änderung von vorher zu nachher</translation>
    </message>
    <message>
        <source>Share that was achieved</source>
        <translation>Erreichter Anteil</translation>
    </message>
    <message>
        <source>achieved, % of what was dialled</source>
        <translation>erreicht, % des Eingestellten</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Nach vorn</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Verschiebung</translation>
    </message>
    <message>
        <source>Motion of the points of the profile</source>
        <translation>Bewegung der Profilpunkte</translation>
    </message>
    <message>
        <source>In mm, in the plane of this photo, read from its displacement: how far the plan moves each point, not where surgery will bring it. ± is one standard deviation, from the scale alone.</source>
        <translation>In mm, in der Ebene dieses Fotos, aus seiner Verschiebung gelesen: wie weit der Plan jeden Punkt bewegt, nicht wohin die Operation ihn bringt. ± ist eine Standardabweichung, allein aus dem Maßstab.</translation>
    </message>
    <message>
        <source>Mirror on the patient screen</source>
        <translation>Auf dem Patientenbildschirm spiegeln</translation>
    </message>
    <message>
        <source>As patients know themselves. This window, the record and every measure keep the true sides.</source>
        <translation>So kennen sich Patienten. Dieses Fenster, die Akte und alle Maße behalten die wahren Seiten.</translation>
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
        <source>held back: {0}</source>
        <translation>gehemmt: {0}</translation>
    </message>
    <message>
        <source>{0} pixels changed inside the mask, {1} outside. Scale: {2}, ±{3} %.</source>
        <translation>{0} Pixel innerhalb der Maske verändert, {1} außerhalb. Maßstab: {2}, ±{3} %.</translation>
    </message>
    <message>
        <source>palsy</source>
        <translation>Parese</translation>
    </message>
    <message>
        <source>keloid</source>
        <translation>Keloid</translation>
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
        <source>Outline</source>
        <translation>Umriss</translation>
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
        <source>Outline before and after</source>
        <translation>Umriss vorher und nachher</translation>
    </message>
    <message>
        <source>{0} · blue: before · orange: simulation</source>
        <translation>{0} · blau: vorher · orange: Simulation</translation>
    </message>
    <message>
        <source>An outline is traced in a full profile only; choose one in the film strip.</source>
        <translation>Ein Umriss wird nur im vollen Profil verfolgt; wählen Sie eines im Bildstreifen.</translation>
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
    <message>
        <source>{0} · as in a mirror</source>
        <translation>{0} · wie im Spiegel</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Pause the fade</source>
        <translation>Überblendung anhalten</translation>
    </message>
</context>
<context>
    <name>DialHistory</name>
    <message>
        <source>{0}, the last seconds</source>
        <translation>{0}, die letzten Sekunden</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>A caliper distance between landmarks cannot be used in a profile; measure it in the frontal photo and predict both views together.</source>
        <translation>Ein Messschieber-Maß zwischen Landmarken ist im Profil nicht verwendbar; messen Sie im Frontalfoto und berechnen Sie beide Ansichten zusammen.</translation>
    </message>
    <message>
        <source>A change of this project is in progress; commit or abandon it first.</source>
        <translation>An diesem Projekt läuft bereits eine Änderung; schließen Sie diese zuerst ab, oder verwerfen Sie sie.</translation>
    </message>
    <message>
        <source>A document cannot be read ({0}); open a backup.</source>
        <translation>Ein Dokument kann nicht gelesen werden ({0}); öffnen Sie eine Sicherung.</translation>
    </message>
    <message>
        <source>A geometric warp keeps the patient&apos;s own pixels; nothing was compared.</source>
        <translation>Eine geometrische Verformung behält die Bildpunkte des Patienten; es wurde nichts verglichen.</translation>
    </message>
    <message>
        <source>A hand or something else seems to lie before the chin; take it away, or place the points by hand.</source>
        <translation>Vor dem Kinn liegt offenbar eine Hand oder etwas anderes; nehmen Sie es weg, oder setzen Sie die Punkte von Hand.</translation>
    </message>
    <message>
        <source>A history can only be carried over into a new file.</source>
        <translation>Ein Verlauf kann nur in eine neue Datei übernommen werden.</translation>
    </message>
    <message>
        <source>A key slot of this file asks for an unreasonable effort and was refused; open a backup, or use the recovery key.</source>
        <translation>Ein Schlüsselfach dieser Datei verlangt unsinnig viel Rechenarbeit und wurde abgelehnt; öffnen Sie eine Sicherung oder nehmen Sie den Wiederherstellungsschlüssel.</translation>
    </message>
    <message>
        <source>A photo is not the one that was added; open a backup.</source>
        <translation>Ein Foto ist nicht mehr das, das hinzugefügt wurde; öffnen Sie eine Sicherung.</translation>
    </message>
    <message>
        <source>A picture of the report is damaged and cannot be shown; open a backup of the project.</source>
        <translation>Ein Bild des Berichts ist beschädigt und kann nicht gezeigt werden; öffnen Sie eine Sicherung des Projekts.</translation>
    </message>
    <message>
        <source>A recovery key has 32 bytes.</source>
        <translation>Ein Wiederherstellungsschlüssel hat 32 Byte.</translation>
    </message>
    <message>
        <source>A second control needs a ControlNet mode, not {0}.</source>
        <translation>Eine zweite Steuerung braucht einen ControlNet-Modus, nicht {0}.</translation>
    </message>
    <message>
        <source>A stored simulation is damaged and cannot be shown; predict it again from its plan.</source>
        <translation>Eine gespeicherte Simulation ist beschädigt und kann nicht gezeigt werden; berechnen Sie sie aus ihrem Plan neu.</translation>
    </message>
    <message>
        <source>A user&apos;s name has 1 to 100 characters.</source>
        <translation>Ein Benutzername hat 1 bis 100 Zeichen.</translation>
    </message>
    <message>
        <source>Bell&apos;s palsy is on the patient&apos;s left or right, not {0}.</source>
        <translation>Eine Bell-Parese liegt auf der linken oder rechten Seite des Patienten, nicht auf {0}.</translation>
    </message>
    <message>
        <source>Close the mouth with the lips at rest.</source>
        <translation>Mund schließen, Lippen entspannt.</translation>
    </message>
    <message>
        <source>Come a little closer to the camera.</source>
        <translation>Bitte etwas näher an die Kamera.</translation>
    </message>
    <message>
        <source>Consent to {0} cannot be given and withdrawn at once; choose one.</source>
        <translation>Die Einwilligung „{0}“ kann nicht zugleich erteilt und widerrufen werden; wählen Sie eines von beiden.</translation>
    </message>
    <message>
        <source>Detail is lost in black; use more light on the face.</source>
        <translation>Im Schwarz geht Zeichnung verloren; mehr Licht auf das Gesicht geben.</translation>
    </message>
    <message>
        <source>Face restoration needs spandrel; install the program with its extra `restore`.</source>
        <translation>Die Gesichtswiederherstellung braucht spandrel; installieren Sie das Programm mit dem Zusatz `restore`.</translation>
    </message>
    <message>
        <source>Group 13 of the recovery key is mistyped; read it again.</source>
        <translation>Gruppe 13 des Wiederherstellungsschlüssels ist vertippt; lesen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Group {0} of the recovery key is mistyped; read it again.</source>
        <translation>Gruppe {0} des Wiederherstellungsschlüssels ist vertippt; lesen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Hair or glasses seem to lie over the root of the nose; take them away, or place the nasion by hand.</source>
        <translation>Haare oder eine Brille liegen offenbar über der Nasenwurzel; nehmen Sie sie weg, oder setzen Sie das Nasion von Hand.</translation>
    </message>
    <message>
        <source>Hardly any bare skin of the cheeks can be seen in this photo, so its tone cannot be read; use a photo in even light without hair or cloth over the face.</source>
        <translation>Auf diesem Foto ist kaum freie Wangenhaut zu sehen, daher lässt sich der Hautton nicht bestimmen; nehmen Sie ein Foto in gleichmäßigem Licht ohne Haare oder Stoff vor dem Gesicht.</translation>
    </message>
    <message>
        <source>Hold still for a moment.</source>
        <translation>Einen Moment stillhalten.</translation>
    </message>
    <message>
        <source>If the patient wears glasses, take them off.</source>
        <translation>Falls der Patient eine Brille trägt, bitte abnehmen.</translation>
    </message>
    <message>
        <source>JPEG holds 8 bit per channel.</source>
        <translation>JPEG fasst 8 Bit je Farbkanal.</translation>
    </message>
    <message>
        <source>Landmarks {0} and {1} coincide in this photo; measure between two others.</source>
        <translation>Die Landmarken {0} und {1} fallen auf diesem Foto zusammen; messen Sie zwischen zwei anderen.</translation>
    </message>
    <message>
        <source>Left out: Real-ESRGAN is not installed (`landmarkdiff models install real-esrgan`).</source>
        <translation>Ausgelassen: Real-ESRGAN ist nicht installiert (`landmarkdiff models install real-esrgan`).</translation>
    </message>
    <message>
        <source>Left out: no restoration network is installed (`landmarkdiff models install gfpgan`).</source>
        <translation>Ausgelassen: Es ist kein Netz zur Gesichtswiederherstellung installiert (`landmarkdiff models install gfpgan`).</translation>
    </message>
    <message>
        <source>Left out: the networks need a face seen from the front or half turned.</source>
        <translation>Ausgelassen: Die Netze brauchen ein Gesicht von vorn oder halb gedreht.</translation>
    </message>
    <message>
        <source>Little bare skin of the cheeks can be seen.</source>
        <translation>Es ist wenig freie Wangenhaut zu sehen.</translation>
    </message>
    <message>
        <source>More than one face is in the picture; only the patient may be.</source>
        <translation>Im Bild ist mehr als ein Gesicht; nur der Patient darf zu sehen sein.</translation>
    </message>
    <message>
        <source>Move back a little from the camera.</source>
        <translation>Bitte etwas von der Kamera zurück.</translation>
    </message>
    <message>
        <source>Move the camera a little to the patient&apos;s {0}.</source>
        <translation>Kamera vom Patienten aus etwas nach {0} bewegen.</translation>
    </message>
    <message>
        <source>No depigmented patch was found in this photo, so the vitiligo flag changes nothing here.</source>
        <translation>Auf diesem Foto wurde keine depigmentierte Stelle gefunden; die Angabe Vitiligo ändert hier nichts.</translation>
    </message>
    <message>
        <source>No face is in the picture; look towards the camera with the whole head in view.</source>
        <translation>Im Bild ist kein Gesicht; bitte zur Kamera schauen, der ganze Kopf im Bild.</translation>
    </message>
    <message>
        <source>No face was found in this photo; use one with the whole face, in focus, not smaller than a tenth of the width.</source>
        <translation>Auf diesem Foto wurde kein Gesicht gefunden; nehmen Sie eines mit dem ganzen Gesicht, scharf und mindestens ein Zehntel der Breite groß.</translation>
    </message>
    <message>
        <source>Not checked: no face recognition model is installed (`landmarkdiff models install auraface`).</source>
        <translation>Nicht geprüft: Es ist kein Modell zur Gesichtserkennung installiert (`landmarkdiff models install auraface`).</translation>
    </message>
    <message>
        <source>Not checked: the check was switched off.</source>
        <translation>Nicht geprüft: Die Prüfung war ausgeschaltet.</translation>
    </message>
    <message>
        <source>Not checked: the network needs a face seen from the front or half turned.</source>
        <translation>Nicht geprüft: Das Netz braucht ein Gesicht von vorn oder halb gedreht.</translation>
    </message>
    <message>
        <source>Not saved ({0}): {1}; nothing was lost, choose another place.</source>
        <translation>Nicht gespeichert ({0}): {1}; nichts ist verloren, wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Not saved: the disk is full; your changes are still here, free some space or save elsewhere.</source>
        <translation>Nicht gespeichert: Der Datenträger ist voll; Ihre Änderungen sind noch da, schaffen Sie Platz oder speichern Sie woanders.</translation>
    </message>
    <message>
        <source>Not saved: {0} was moved or replaced by another program while it was open; save a copy elsewhere.</source>
        <translation>Nicht gespeichert: {0} wurde von einem anderen Programm verschoben oder ersetzt; speichern Sie eine Kopie woanders.</translation>
    </message>
    <message>
        <source>Nothing to do: the edited region lies on the face.</source>
        <translation>Nichts zu tun: Der bearbeitete Bereich liegt auf dem Gesicht.</translation>
    </message>
    <message>
        <source>Object {0} is a {1}, not a {2}.</source>
        <translation>Objekt {0} ist vom Typ „{1}“, nicht „{2}“.</translation>
    </message>
    <message>
        <source>One photo or file may have 64 MiB at most; save it smaller and add it again.</source>
        <translation>Ein Foto oder eine Datei darf höchstens 64 MiB haben; speichern Sie kleiner und fügen Sie es noch einmal hinzu.</translation>
    </message>
    <message>
        <source>Open the eyes and look straight ahead.</source>
        <translation>Augen öffnen und geradeaus schauen.</translation>
    </message>
    <message>
        <source>Parts of the face are burnt out to white; use less or softer light.</source>
        <translation>Teile des Gesichts sind weiß ausgebrannt; weniger oder weicheres Licht nehmen.</translation>
    </message>
    <message>
        <source>Parts of the face are overexposed; pale patches cannot be told from light there.</source>
        <translation>Teile des Gesichts sind überbelichtet; helle Stellen lassen sich dort nicht vom Licht unterscheiden.</translation>
    </message>
    <message>
        <source>Photo needs uint8 or uint16 pixels of shape (height, width, 3).</source>
        <translation>Ein Foto braucht Bildpunkte vom Typ uint8 oder uint16 in der Form (Höhe, Breite, 3).</translation>
    </message>
    <message>
        <source>Photos come in through add_photo, which keeps their bytes once.</source>
        <translation>Fotos werden mit add_photo hinzugefügt; so werden ihre Bytes nur einmal abgelegt.</translation>
    </message>
    <message>
        <source>Relax the mouth; no smile.</source>
        <translation>Mund entspannen; nicht lächeln.</translation>
    </message>
    <message>
        <source>Sample photo: Eileen Collins, NASA, public domain, as shipped with scikit-image; the face is 91 pixels wide in it and enlarged here, so its skin shows less texture than a clinical photo.</source>
        <translation>Beispielfoto: Eileen Collins, NASA, gemeinfrei, wie mit scikit-image ausgeliefert; das Gesicht ist darin 91 Bildpunkte breit und hier vergrößert, daher zeigt die Haut weniger Struktur als auf einem klinischen Foto.</translation>
    </message>
    <message>
        <source>Something may cover the face; take hands, hair, mask and jewellery away.</source>
        <translation>Etwas verdeckt vielleicht das Gesicht; Hände, Haare, Maske und Schmuck bitte weg.</translation>
    </message>
    <message>
        <source>Something seems to lie before the tip of the nose; take it away, or place the tip by hand.</source>
        <translation>Vor der Nasenspitze liegt offenbar etwas; nehmen Sie es weg, oder setzen Sie die Spitze von Hand.</translation>
    </message>
    <message>
        <source>Something seems to lie before the {0}; take hands, hair and scarf away, so that the skin can be seen.</source>
        <translation>Etwas scheint das Profil zu verdecken ({0}); nehmen Sie Hände, Haare und Schal weg, damit die Haut zu sehen ist.</translation>
    </message>
    <message>
        <source>The address {0}://{1} is not secure, so nothing was fetched.</source>
        <translation>Die Adresse {0}://{1} ist nicht sicher; es wurde nichts geladen.</translation>
    </message>
    <message>
        <source>The caliper distance in {0} must be between 5 and 300 mm.</source>
        <translation>Das Messschieber-Maß in {0} muss zwischen 5 und 300 mm liegen.</translation>
    </message>
    <message>
        <source>The caliper value {0} cannot be read; write two landmarks and millimetres, as in 133-362=32.5.</source>
        <translation>Die Messschieber-Angabe {0} ist nicht lesbar; schreiben Sie zwei Landmarken und Millimeter wie in 133-362=32.5.</translation>
    </message>
    <message>
        <source>The caliper value {0} names a landmark that does not exist; they run from 0 to 477.</source>
        <translation>Die Messschieber-Angabe {0} nennt eine Landmarke, die es nicht gibt; sie sind von 0 bis 477 nummeriert.</translation>
    </message>
    <message>
        <source>The camera gives no picture any more; check its cable and choose it again.</source>
        <translation>Die Kamera liefert kein Bild mehr; prüfen Sie das Kabel und wählen Sie sie erneut.</translation>
    </message>
    <message>
        <source>The chin is cut off in this profile; take the photo again with the whole neck in view.</source>
        <translation>Das Kinn ist in diesem Profil abgeschnitten; nehmen Sie es noch einmal mit dem ganzen Hals auf.</translation>
    </message>
    <message>
        <source>The clinic keyring was changed outside of this program; use its second copy or a backup.</source>
        <translation>Der Schlüsselbund der Klinik wurde außerhalb dieses Programms geändert; nehmen Sie seine zweite Kopie oder eine Sicherung.</translation>
    </message>
    <message>
        <source>The connection broke while fetching {0}; another attempt continues.</source>
        <translation>Die Verbindung brach beim Laden von {0} ab; ein neuer Versuch macht dort weiter.</translation>
    </message>
    <message>
        <source>The connection ended before {0} was complete; another attempt continues.</source>
        <translation>Die Verbindung endete, bevor {0} vollständig war; ein neuer Versuch macht dort weiter.</translation>
    </message>
    <message>
        <source>The device {0} cannot be used: {1}.</source>
        <translation>Das Gerät {0} kann nicht benutzt werden: {1}.</translation>
    </message>
    <message>
        <source>The disk has {0} MiB left, but {1} MiB and a reserve are needed; make room first.</source>
        <translation>Es sind noch {0} MiB frei, gebraucht werden {1} MiB und eine Reserve; schaffen Sie zuerst Platz.</translation>
    </message>
    <message>
        <source>The edited region is much larger than the face; the face is painted in less detail.</source>
        <translation>Der bearbeitete Bereich ist viel größer als das Gesicht; das Gesicht wird mit weniger Einzelheiten erzeugt.</translation>
    </message>
    <message>
        <source>The face box lies outside the photo; give left, top, right, bottom in pixels.</source>
        <translation>Der Gesichtsrahmen liegt außerhalb des Fotos; geben Sie links, oben, rechts, unten in Bildpunkten an.</translation>
    </message>
    <message>
        <source>The face box must consist of finite numbers.</source>
        <translation>Der Gesichtsrahmen muss aus endlichen Zahlen bestehen.</translation>
    </message>
    <message>
        <source>The face does not fit into the picture; move back from the camera.</source>
        <translation>Das Gesicht passt nicht ins Bild; bitte von der Kamera zurück.</translation>
    </message>
    <message>
        <source>The face in this photo is only {0} pixels wide, too small to place landmarks; use a closer photo.</source>
        <translation>Das Gesicht auf diesem Foto ist nur {0} Bildpunkte breit, zu klein für Landmarken; nehmen Sie ein näheres Foto.</translation>
    </message>
    <message>
        <source>The face is blurred; focus on the eyes and keep the camera steady.</source>
        <translation>Das Gesicht ist unscharf; auf die Augen scharfstellen und die Kamera ruhig halten.</translation>
    </message>
    <message>
        <source>The face is blurred; take the photo again with the focus on the eyes and a steady camera.</source>
        <translation>Das Gesicht ist unscharf; nehmen Sie es noch einmal auf, scharf auf die Augen und mit ruhiger Kamera.</translation>
    </message>
    <message>
        <source>The face is cut by the border of the photo; what lies beyond it cannot be shown.</source>
        <translation>Das Gesicht ist vom Rand des Fotos beschnitten; was jenseits liegt, kann nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>The face is cut off by the edge; move it into the middle.</source>
        <translation>Das Gesicht ist am Rand abgeschnitten; bitte in die Mitte rücken.</translation>
    </message>
    <message>
        <source>The face is much darker than its surroundings; light it from the front if detail is missing.</source>
        <translation>Das Gesicht ist viel dunkler als die Umgebung; von vorn beleuchten, falls Zeichnung fehlt.</translation>
    </message>
    <message>
        <source>The face is only {0} pixels wide, so fine changes cannot be shown well; take the photo from nearer or with more pixels ({1} or more across the face).</source>
        <translation>Das Gesicht ist nur {0} Bildpunkte breit, feine Änderungen sind kaum zu zeigen; nehmen Sie es aus der Nähe oder mit mehr Bildpunkten auf ({1} oder mehr über das Gesicht).</translation>
    </message>
    <message>
        <source>The face is slightly blurred; let the camera focus on the eyes.</source>
        <translation>Das Gesicht ist etwas unscharf; die Kamera auf die Augen scharfstellen lassen.</translation>
    </message>
    <message>
        <source>The face is too small; come closer to the camera.</source>
        <translation>Das Gesicht ist zu klein; bitte näher an die Kamera.</translation>
    </message>
    <message>
        <source>The face is very bright; use a little less light.</source>
        <translation>Das Gesicht ist sehr hell; etwas weniger Licht nehmen.</translation>
    </message>
    <message>
        <source>The face landmark model cannot be loaded ({0}); install the package mediapipe 0.10.21.</source>
        <translation>Das Modell für die Gesichtslandmarken lässt sich nicht laden ({0}); installieren Sie das Paket mediapipe 0.10.21.</translation>
    </message>
    <message>
        <source>The face landmark model is missing; install the package mediapipe 0.10.21.</source>
        <translation>Das Modell für die Gesichtslandmarken fehlt; installieren Sie das Paket mediapipe 0.10.21.</translation>
    </message>
    <message>
        <source>The face may be slightly out of focus; look at the eyelashes before planning on it.</source>
        <translation>Das Gesicht ist vielleicht nicht ganz scharf; prüfen Sie die Wimpern, bevor Sie darauf planen.</translation>
    </message>
    <message>
        <source>The face recognition network gave no usable answer; verify its files.</source>
        <translation>Das Netz zur Gesichtserkennung gab keine brauchbare Antwort; prüfen Sie seine Dateien.</translation>
    </message>
    <message>
        <source>The file holds several pictures; only the first is used.</source>
        <translation>Die Datei enthält mehrere Bilder; nur das erste wird verwendet.</translation>
    </message>
    <message>
        <source>The file is an animation; only its first picture is used.</source>
        <translation>Die Datei ist eine Animation; nur ihr erstes Bild wird verwendet.</translation>
    </message>
    <message>
        <source>The file is damaged: its key slots are incomplete.</source>
        <translation>Die Datei ist beschädigt: Ihre Schlüsselfächer sind unvollständig.</translation>
    </message>
    <message>
        <source>The flag {0} is given twice.</source>
        <translation>Die Angabe {0} steht zweimal da.</translation>
    </message>
    <message>
        <source>The folder of the models cannot be written ({0}: {1}).</source>
        <translation>In den Ordner der Modelle kann nicht geschrieben werden ({0}: {1}).</translation>
    </message>
    <message>
        <source>The head cannot be told from the background; use a plain one of another brightness.</source>
        <translation>Der Kopf hebt sich nicht vom Hintergrund ab; nehmen Sie einen glatten von anderer Helligkeit.</translation>
    </message>
    <message>
        <source>The history of {0} was changed outside of this program after entry {1}; compare with a backup.</source>
        <translation>Der Verlauf von {0} wurde nach Eintrag {1} außerhalb dieses Programms geändert; vergleichen Sie mit einer Sicherung.</translation>
    </message>
    <message>
        <source>The history of {0} was changed outside of this program; compare with a backup.</source>
        <translation>Der Verlauf von {0} wurde außerhalb dieses Programms geändert; vergleichen Sie mit einer Sicherung.</translation>
    </message>
    <message>
        <source>The identity check needs insightface and onnxruntime; install the program with its extra `identity`.</source>
        <translation>Die Identitätsprüfung braucht insightface und onnxruntime; installieren Sie das Programm mit dem Zusatz `identity`.</translation>
    </message>
    <message>
        <source>The intensity of {0} must be between 0 and 100, not {1}.</source>
        <translation>Die Stärke von {0} muss zwischen 0 und 100 liegen, nicht bei {1}.</translation>
    </message>
    <message>
        <source>The keloid flag needs at least one region out of {0}.</source>
        <translation>Die Angabe Keloidneigung braucht mindestens eine dieser Zonen: {0}.</translation>
    </message>
    <message>
        <source>The keyring has no user {0}.</source>
        <translation>Der Schlüsselbund kennt keinen Benutzer {0}.</translation>
    </message>
    <message>
        <source>The keyring {0} is damaged; use a backup of it.</source>
        <translation>Der Schlüsselbund {0} ist beschädigt; nehmen Sie eine Sicherung davon.</translation>
    </message>
    <message>
        <source>The keyring {0} was made by a newer version; update the program.</source>
        <translation>Der Schlüsselbund {0} stammt von einer neueren Version; aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>The last save of {0} was interrupted and cannot be finished on a read-only medium; copy the file together with {1} to a folder that can be written.</source>
        <translation>Das letzte Speichern von {0} wurde unterbrochen und lässt sich auf einem schreibgeschützten Medium nicht abschließen; kopieren Sie die Datei zusammen mit {1} in einen beschreibbaren Ordner.</translation>
    </message>
    <message>
        <source>The last save of {0} was interrupted and its companion {1} is missing; put both files side by side, or open a backup.</source>
        <translation>Das letzte Speichern von {0} wurde unterbrochen, und {1} fehlt dazu; legen Sie beide Dateien nebeneinander oder öffnen Sie eine Sicherung.</translation>
    </message>
    <message>
        <source>The light comes from behind; light the face from the front.</source>
        <translation>Das Licht kommt von hinten; das Gesicht von vorn beleuchten.</translation>
    </message>
    <message>
        <source>The light comes from one side: one half of the face gets {0} times that of the other.</source>
        <translation>Das Licht kommt von einer Seite: Eine Gesichtshälfte bekommt das {0}-fache der anderen.</translation>
    </message>
    <message>
        <source>The list of models cannot be read ({0}); please install the program again.</source>
        <translation>Das Verzeichnis der Modelle kann nicht gelesen werden ({0}); bitte installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>The mode {0} does not use Stable Diffusion.</source>
        <translation>Der Modus {0} verwendet kein Stable Diffusion.</translation>
    </message>
    <message>
        <source>The mode {0} needs {1}; `landmarkdiff models install --mode {2}` fetches what is missing.</source>
        <translation>Der Modus {0} braucht {1}; `landmarkdiff models install --mode {2}` lädt, was fehlt.</translation>
    </message>
    <message>
        <source>The model in {0} cannot be deleted ({1}).</source>
        <translation>Das Modell in {0} kann nicht gelöscht werden ({1}).</translation>
    </message>
    <message>
        <source>The model in {0} cannot be loaded ({1}); remove it, then install or import it again.</source>
        <translation>Das Modell in {0} lässt sich nicht laden ({1}); entfernen Sie es und installieren oder importieren Sie es neu.</translation>
    </message>
    <message>
        <source>The model in {0} does not hold every weight ({1} is missing); remove it, then install or import it again.</source>
        <translation>Das Modell in {0} ist unvollständig ({1} fehlt); entfernen Sie es und installieren oder importieren Sie es neu.</translation>
    </message>
    <message>
        <source>The moved mask is {0} instead of {1}; remap must keep the photo&apos;s size.</source>
        <translation>Die verschobene Maske misst {0} statt {1}; remap muss die Größe des Fotos behalten.</translation>
    </message>
    <message>
        <source>The network of {0} is not known here; CodeFormer needs the package spandrel-extra-arches, whose licences forbid commercial use.</source>
        <translation>Das Netz in {0} ist hier nicht bekannt; CodeFormer braucht das Paket spandrel-extra-arches, dessen Lizenzen die gewerbliche Nutzung verbieten.</translation>
    </message>
    <message>
        <source>The network {0} gave no usable picture; verify its file.</source>
        <translation>Das Netz {0} lieferte kein brauchbares Bild; prüfen Sie seine Datei.</translation>
    </message>
    <message>
        <source>The new file did not read back as it was written; nothing was changed, check the disk.</source>
        <translation>Die neue Datei ließ sich nicht so lesen, wie sie geschrieben wurde; nichts wurde geändert, prüfen Sie den Datenträger.</translation>
    </message>
    <message>
        <source>The nose is cut off by the edge of the photo; leave room in front of the face.</source>
        <translation>Die Nase ist vom Rand des Fotos abgeschnitten; lassen Sie vor dem Gesicht Platz.</translation>
    </message>
    <message>
        <source>The outline cannot be traced because the face is seen too dimly; use more light.</source>
        <translation>Der Umriss lässt sich nicht verfolgen, weil das Gesicht zu dunkel ist; mehr Licht nehmen.</translation>
    </message>
    <message>
        <source>The outline is faint at {0}; check these points.</source>
        <translation>Der Umriss ist schwach bei {0}; prüfen Sie diese Punkte.</translation>
    </message>
    <message>
        <source>The outline of the head is too short to trace; show the whole head and neck.</source>
        <translation>Der Umriss des Kopfes ist zu kurz; zeigen Sie den ganzen Kopf und Hals.</translation>
    </message>
    <message>
        <source>The password has {0} characters and needs at least {1}; a few words in a row are easy to remember.</source>
        <translation>Das Passwort hat {0} Zeichen und braucht mindestens {1}; ein paar Wörter hintereinander merkt man sich leicht.</translation>
    </message>
    <message>
        <source>The password is longer than {0} characters; use a shorter one.</source>
        <translation>Das Passwort ist länger als {0} Zeichen; nehmen Sie ein kürzeres.</translation>
    </message>
    <message>
        <source>The patient&apos;s consent does not cover this export: {0}. Record the consent in the project, or leave out what it does not cover.</source>
        <translation>Die Einwilligung des Patienten deckt diese Ausgabe nicht: {0}. Tragen Sie die Einwilligung ein, oder lassen Sie weg, was sie nicht deckt.</translation>
    </message>
    <message>
        <source>The patient&apos;s file was changed meanwhile, and a picture is gone from it; start again.</source>
        <translation>Die Datei des Patienten wurde inzwischen geändert, und ein Bild darin fehlt; beginnen Sie noch einmal.</translation>
    </message>
    <message>
        <source>The patient&apos;s {0} side is in shadow; light both sides evenly.</source>
        <translation>Eine Seite des Patienten liegt im Schatten ({0}); beide Seiten gleichmäßig ausleuchten.</translation>
    </message>
    <message>
        <source>The photo has a colour cast, or the skin is made up; its tone is doubtful.</source>
        <translation>Das Foto hat einen Farbstich, oder die Haut ist geschminkt; ihr Ton ist zweifelhaft.</translation>
    </message>
    <message>
        <source>The photo has wide-gamut colours without a profile; its colours are taken as sRGB and look a little pale.</source>
        <translation>Das Foto hat einen großen Farbraum ohne Farbprofil; die Farben werden als sRGB gelesen und wirken etwas blass.</translation>
    </message>
    <message>
        <source>The photo is in high dynamic range; its brightness is shown approximately.</source>
        <translation>Das Foto hat einen hohen Dynamikumfang (HDR); seine Helligkeit wird näherungsweise gezeigt.</translation>
    </message>
    <message>
        <source>The photo is in printing colours (CMYK) without a profile; its colours are approximate.</source>
        <translation>Das Foto liegt in Druckfarben (CMYK) ohne Farbprofil vor; seine Farben sind angenähert.</translation>
    </message>
    <message>
        <source>The photo&apos;s EXIF block is damaged, so the photo is shown as it is stored; check that it is upright.</source>
        <translation>Der EXIF-Block des Fotos ist beschädigt, es wird gezeigt, wie es gespeichert ist; prüfen Sie, ob es aufrecht steht.</translation>
    </message>
    <message>
        <source>The photo&apos;s colour profile belongs to another kind of picture; its colours are taken as sRGB.</source>
        <translation>Das Farbprofil des Fotos gehört zu einer anderen Bildart; die Farben werden als sRGB gelesen.</translation>
    </message>
    <message>
        <source>The photo&apos;s colour profile cannot be used; its colours are taken as sRGB and may look slightly off.</source>
        <translation>Das Farbprofil des Fotos ist nicht verwendbar; die Farben werden als sRGB gelesen und können leicht abweichen.</translation>
    </message>
    <message>
        <source>The photo&apos;s colour profile needs a table, so its 16 bit per channel were reduced to 8.</source>
        <translation>Das Farbprofil des Fotos braucht eine Tabelle; daher wurden 16 Bit je Farbkanal auf 8 verringert.</translation>
    </message>
    <message>
        <source>The photorealistic modes need {0}; install the program with its extra `diffusion`.</source>
        <translation>Die fotorealistischen Modi brauchen {0}; installieren Sie das Programm mit dem Zusatz `diffusion`.</translation>
    </message>
    <message>
        <source>The photorealistic picture could not be made ({0}); try again, or try fewer steps, the smaller picture size, or the mode tps.</source>
        <translation>Das fotorealistische Bild ließ sich nicht erzeugen ({0}); versuchen Sie es noch einmal, mit weniger Schritten, der kleineren Bildgröße oder in der Betriebsart tps.</translation>
    </message>
    <message>
        <source>The picture engine crashed, most likely in the driver of the graphics card; the consultation goes on. Update the driver, or try fewer steps, the smaller picture size, or the mode tps.</source>
        <translation>Der Bilderzeuger ist abgestürzt, vermutlich im Treiber der Grafikkarte; die Beratung geht weiter. Erneuern Sie den Treiber, oder versuchen Sie weniger Schritte, die kleinere Bildgröße oder die Betriebsart tps.</translation>
    </message>
    <message>
        <source>The system ended the picture engine, most likely because memory ran out; close other programs, or try fewer steps, the smaller picture size, or the mode tps.</source>
        <translation>Das System hat den Bilderzeuger beendet, vermutlich weil der Speicher nicht reichte; schließen Sie andere Programme, oder versuchen Sie weniger Schritte, die kleinere Bildgröße oder die Betriebsart tps.</translation>
    </message>
    <message>
        <source>There is not enough memory for the photorealistic picture; close other programs, or try fewer steps, the smaller picture size, or the mode tps.</source>
        <translation>Der Speicher reicht nicht für das fotorealistische Bild; schließen Sie andere Programme, oder versuchen Sie weniger Schritte, die kleinere Bildgröße oder die Betriebsart tps.</translation>
    </message>
    <message>
        <source>The photorealistic picture needs about {0} GiB of memory and {1} GiB are free; close other programs, or use the mode tps.</source>
        <translation>Das fotorealistische Bild braucht etwa {0} GiB Speicher, frei sind {1} GiB; schließen Sie andere Programme oder nehmen Sie den Modus tps.</translation>
    </message>
    <message>
        <source>A consultation waits to be saved here; somebody who may change it has to go on with it.</source>
        <translation>Hier wartet eine Konsultation auf das Speichern; weitermachen muss jemand, der sie ändern darf.</translation>
    </message>
    <message>
        <source>No stream comes from {0}; check the address and that the camera is on.</source>
        <translation>Von {0} kommt kein Bild; prüfen Sie die Adresse und ob die Kamera an ist.</translation>
    </message>
    <message>
        <source>Something in the program failed ({0}). Photos and plan are kept; try the last step again.</source>
        <translation>Im Programm ist ein Fehler aufgetreten ({0}). Fotos und Plan sind erhalten; versuchen Sie den letzten Schritt noch einmal.</translation>
    </message>
    <message>
        <source>Something in the program failed ({0}). What was saved before is still there; try again.</source>
        <translation>Im Programm ist ein Fehler aufgetreten ({0}). Was zuvor gespeichert wurde, ist noch da; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The folder {0} holds no pictures; choose another one.</source>
        <translation>Im Ordner {0} sind keine Bilder; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The head is turned by {0} degrees; beyond 60 only the outline is sure, landmarks beside it are a guess.</source>
        <translation>Der Kopf ist um {0} Grad gedreht; jenseits von 60 ist nur der Umriss sicher, Landmarken daneben sind geschätzt.</translation>
    </message>
    <message>
        <source>The head is turned by {0} degrees; beyond 60 the landmarks are a guess and the outline is not clear here, so the picture is not reliable in millimetres.</source>
        <translation>Der Kopf ist um {0} Grad gedreht; jenseits von 60 sind die Landmarken geschätzt, und der Umriss ist hier nicht klar: Das Bild ist in Millimetern nicht verlässlich.</translation>
    </message>
    <message>
        <source>The list of patients can only be read here; nothing was changed.</source>
        <translation>Die Patientenliste ist hier nur lesbar; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The patient was closed meanwhile; open the patient again.</source>
        <translation>Der Patient wurde inzwischen geschlossen; öffnen Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>The photo is not in the patient&apos;s file yet; save it, then make the report again.</source>
        <translation>Das Foto ist noch nicht in der Datei des Patienten; speichern Sie es und erstellen Sie den Bericht dann noch einmal.</translation>
    </message>
    <message>
        <source>The photorealistic picture could not be made ({0}). Photos and plan are kept.</source>
        <translation>Das fotorealistische Bild ließ sich nicht erstellen ({0}). Fotos und Plan sind erhalten.</translation>
    </message>
    <message>
        <source>The picture model gave no usable picture; `landmarkdiff models verify` checks it.</source>
        <translation>Das Bildmodell lieferte kein brauchbares Bild; `landmarkdiff models verify` prüft es.</translation>
    </message>
    <message>
        <source>The plan would fold the skin over itself; {0} of it is shown. Choose smaller values, or fewer maneuvers in one place.</source>
        <translation>Der Plan würde die Haut übereinanderfalten; {0} davon werden gezeigt. Wählen Sie kleinere Werte oder weniger Maßnahmen an einer Stelle.</translation>
    </message>
    <message>
        <source>The profile hardly differs from the background; use a plain background of another brightness.</source>
        <translation>Das Profil hebt sich kaum vom Hintergrund ab; nehmen Sie einen glatten Hintergrund von anderer Helligkeit.</translation>
    </message>
    <message>
        <source>The profile is unusual at {0}; check these points, and that nothing lies before them.</source>
        <translation>Das Profil ist hier ungewöhnlich: {0}; prüfen Sie diese Punkte, und ob etwas davor liegt.</translation>
    </message>
    <message>
        <source>The project holds no object {0}; read the list again.</source>
        <translation>Das Projekt enthält kein Objekt {0}; lesen Sie die Liste neu.</translation>
    </message>
    <message>
        <source>The recovery key has {0} characters instead of 65; read it again, 13 groups of five.</source>
        <translation>Der Wiederherstellungsschlüssel hat {0} statt 65 Zeichen; lesen Sie ihn noch einmal, 13 Fünfergruppen.</translation>
    </message>
    <message>
        <source>The region is empty.</source>
        <translation>Der Bereich ist leer.</translation>
    </message>
    <message>
        <source>The result is the geometric preview (tps): the models of the photorealistic modes are not ready ({0}); `landmarkdiff models install --mode controlnet` fetches them.</source>
        <translation>Das Ergebnis ist die geometrische Vorschau (tps): Die Modelle der fotorealistischen Modi sind nicht bereit ({0}); `landmarkdiff models install --mode controlnet` lädt sie.</translation>
    </message>
    <message>
        <source>The result is the geometric preview (tps): {0}.</source>
        <translation>Das Ergebnis ist die geometrische Vorschau (tps): {0}.</translation>
    </message>
    <message>
        <source>The scale must be a positive number of mm per pixel, not {0}.</source>
        <translation>Der Maßstab muss eine positive Zahl in mm je Bildpunkt sein, nicht {0}.</translation>
    </message>
    <message>
        <source>The scales of the two controls add up to {0}; keep the sum at or under {1}.</source>
        <translation>Die Stärken der beiden Steuerungen ergeben zusammen {0}; die Summe darf höchstens {1} sein.</translation>
    </message>
    <message>
        <source>The server {0} cannot be reached ({1}); check the connection, or import the model from a folder.</source>
        <translation>Der Server {0} ist nicht zu erreichen ({1}); prüfen Sie die Verbindung oder übernehmen Sie das Modell aus einem Ordner.</translation>
    </message>
    <message>
        <source>The server {0} refused the file (HTTP {1}); try again later.</source>
        <translation>Der Server {0} hat die Datei verweigert (HTTP {1}); versuchen Sie es später.</translation>
    </message>
    <message>
        <source>The skin has hardly any colour: flash, make-up or processing; its tone cannot be relied on.</source>
        <translation>Die Haut hat kaum Farbe: Blitz, Schminke oder Bearbeitung; auf ihren Ton ist kein Verlass.</translation>
    </message>
    <message>
        <source>The skin inside the edited region differs from the skin around it by {0} colour steps more than before; compare with the geometric preview.</source>
        <translation>Die Haut im bearbeiteten Bereich weicht um {0} Farbstufen mehr als zuvor von der Haut daneben ab; vergleichen Sie mit der geometrischen Vorschau.</translation>
    </message>
    <message>
        <source>The skin is almost black in this photo; it looks darker than it is.</source>
        <translation>Die Haut ist auf diesem Foto fast schwarz; sie wirkt dunkler, als sie ist.</translation>
    </message>
    <message>
        <source>The strength leaves no step to paint, so the result is the geometric preview.</source>
        <translation>Die Stärke lässt keinen Schritt zu malen übrig; das Ergebnis ist die geometrische Vorschau.</translation>
    </message>
    <message>
        <source>The terms of use of {0} ({1}) have not been accepted; `landmarkdiff models accept {2}` shows them and asks.</source>
        <translation>Die Nutzungsbedingungen von {0} ({1}) sind nicht angenommen; die Seite Modelle oder `landmarkdiff models accept {2}` zeigt sie.</translation>
    </message>
    <message>
        <source>The threshold of 0.6 has not been calibrated for this network.</source>
        <translation>Die Schwelle von 0,6 ist für dieses Netz nicht kalibriert.</translation>
    </message>
    <message>
        <source>The turn of the head cannot be read; show the face without hair or hands.</source>
        <translation>Die Kopfdrehung ist nicht zu erkennen; zeigen Sie das Gesicht ohne Haare oder Hände davor.</translation>
    </message>
    <message>
        <source>The work was stopped on request; nothing was changed.</source>
        <translation>Die Arbeit wurde auf Wunsch angehalten; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The {0} cannot be found on the outline of this profile; keep hair, hands and glasses away from it, before a plain background.</source>
        <translation>{0} ist auf dem Umriss dieses Profils nicht zu finden; halten Sie Haare, Hände und Brille fern, vor glattem Hintergrund.</translation>
    </message>
    <message>
        <source>The {0} cannot lie outside the photo; put it on the outline of the face.</source>
        <translation>Der Punkt „{0}“ darf nicht außerhalb des Fotos liegen; setzen Sie ihn auf den Umriss des Gesichts.</translation>
    </message>
    <message>
        <source>The {0} is far away from the outline of the face; put it closer to it.</source>
        <translation>Der Punkt „{0}“ liegt weit vom Umriss des Gesichts entfernt; setzen Sie ihn näher daran.</translation>
    </message>
    <message>
        <source>The {0} is very bright; use less light so that skin texture stays visible.</source>
        <translation>Sehr hell: {0}; weniger Licht nehmen, damit die Hautstruktur sichtbar bleibt.</translation>
    </message>
    <message>
        <source>The {0} must stay above the {1} on the outline; move the other one first.</source>
        <translation>Der Punkt „{0}“ muss auf dem Umriss über dem Punkt „{1}“ bleiben; bewegen Sie zuerst den anderen.</translation>
    </message>
    <message>
        <source>There is a file {0} already; choose another name, nothing was changed.</source>
        <translation>Eine Datei {0} gibt es schon; wählen Sie einen anderen Namen, nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no backup of {0} that reads back; ask for help before going on.</source>
        <translation>Von {0} gibt es keine lesbare Sicherung; holen Sie Hilfe, bevor Sie weitermachen.</translation>
    </message>
    <message>
        <source>There is no clinic keyring {0} in this place; check the name.</source>
        <translation>An diesem Ort gibt es keinen Schlüsselbund {0}; prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>There is no consent to {0} to withdraw; in force: {1}.</source>
        <translation>Es gibt keine Einwilligung „{0}“, die widerrufen werden könnte; in Kraft: {1}.</translation>
    </message>
    <message>
        <source>There is no device called {0}; choose one of {1}.</source>
        <translation>Ein Gerät namens {0} gibt es nicht; zur Wahl stehen {1}.</translation>
    </message>
    <message>
        <source>There is no mode called {0}; the modes are {1}.</source>
        <translation>Einen Modus namens {0} gibt es nicht; die Modi sind {1}.</translation>
    </message>
    <message>
        <source>There is no model called {0}; the known ones are {1}.</source>
        <translation>Ein Modell namens {0} gibt es nicht; bekannt sind {1}.</translation>
    </message>
    <message>
        <source>There is no prediction {0} in this project; it may have been deleted.</source>
        <translation>Eine Simulation {0} gibt es in diesem Projekt nicht; vielleicht wurde sie gelöscht.</translation>
    </message>
    <message>
        <source>There is no project file {0} in this place; check the name.</source>
        <translation>An diesem Ort gibt es keine Projektdatei {0}; prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>There is no purpose {0}; use one of {1}.</source>
        <translation>Einen Zweck {0} gibt es nicht; nehmen Sie einen von {1}.</translation>
    </message>
    <message>
        <source>There is no report in the language {0}; choose one of {1}.</source>
        <translation>In der Sprache {0} gibt es keinen Bericht; zur Wahl stehen {1}.</translation>
    </message>
    <message>
        <source>There is no simulation in this project that an animation could show; predict one first.</source>
        <translation>In diesem Projekt ist keine Simulation, die eine Animation zeigen könnte; sagen Sie zuerst eine voraus.</translation>
    </message>
    <message>
        <source>There is no soft-tissue point {0}; the names are {1}.</source>
        <translation>Einen Weichteilpunkt {0} gibt es nicht; die Namen sind {1}.</translation>
    </message>
    <message>
        <source>There is no view {0}; use one of {1}.</source>
        <translation>Eine Ansicht {0} gibt es nicht; nehmen Sie eine von {1}.</translation>
    </message>
    <message>
        <source>There is not enough memory for the photorealistic picture; close other programs.</source>
        <translation>Für das fotorealistische Bild reicht der Speicher nicht; schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>There is not enough memory; close other programs and try again.</source>
        <translation>Der Speicher reicht nicht; schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This Stable Diffusion is not the four-channel base model that the program works with.</source>
        <translation>Dieses Stable Diffusion ist nicht das vierkanalige Grundmodell, mit dem das Programm arbeitet.</translation>
    </message>
    <message>
        <source>This change is over; begin another one.</source>
        <translation>Diese Änderung ist abgeschlossen; beginnen Sie eine neue.</translation>
    </message>
    <message>
        <source>This copy does not read back ({0}) and does not count as a backup; check the project, older backups are untouched.</source>
        <translation>Diese Kopie lässt sich nicht zurücklesen ({0}) und zählt nicht als Sicherung; prüfen Sie das Projekt, ältere Sicherungen sind unberührt.</translation>
    </message>
    <message>
        <source>This cost of the password check is outside of what the program allows.</source>
        <translation>Dieser Aufwand der Passwortprüfung liegt außerhalb dessen, was das Programm zulässt.</translation>
    </message>
    <message>
        <source>This kind of graphics processor has not been tested with this program.</source>
        <translation>Diese Art Grafikprozessor wurde mit diesem Programm nicht getestet.</translation>
    </message>
    <message>
        <source>This network needs torchvision, which is not installed.</source>
        <translation>Dieses Netz braucht torchvision; das ist nicht installiert.</translation>
    </message>
    <message>
        <source>This project has as many keys as it can hold; remove one first.</source>
        <translation>Dieses Projekt hat bereits so viele Schlüssel, wie es fasst; entfernen Sie zuerst einen.</translation>
    </message>
    <message>
        <source>This view has no face mesh, so the face ControlNet was left out.</source>
        <translation>Diese Ansicht hat kein Gesichtsnetz; daher wurde das Gesichts-ControlNet ausgelassen.</translation>
    </message>
    <message>
        <source>This view has no face mesh, so there is no relief of the face for the second ControlNet.</source>
        <translation>Diese Ansicht hat kein Gesichtsnetz, daher gibt es kein Relief des Gesichts für das zweite ControlNet.</translation>
    </message>
    <message>
        <source>This view has no traced outline; soft-tissue points can be moved in a full profile only.</source>
        <translation>Für diese Ansicht wurde kein Umriss verfolgt; Weichteilpunkte lassen sich nur im vollen Profil bewegen.</translation>
    </message>
    <message>
        <source>This workstation has no user of that name; type the name as it was set up.</source>
        <translation>Auf diesem Arbeitsplatz gibt es niemanden dieses Namens; geben Sie den Namen ein, wie er eingerichtet wurde.</translation>
    </message>
    <message>
        <source>This {0} was written by a newer version; update the program to change it.</source>
        <translation>{0} stammt von einer neueren Version; aktualisieren Sie das Programm, um es zu ändern.</translation>
    </message>
    <message>
        <source>Tilt the head{0} towards your {1} shoulder.</source>
        <translation>Kopf{0} zur Schulter neigen ({1}).</translation>
    </message>
    <message>
        <source>Turn until the far eyelashes just vanish, then hold still.</source>
        <translation>Drehen, bis die Wimpern der anderen Seite gerade verschwinden, dann stillhalten.</translation>
    </message>
    <message>
        <source>Turn {0} to your {1}.</source>
        <translation>Bitte {0} nach {1} drehen.</translation>
    </message>
    <message>
        <source>Unknown flag {0}; there are {1}.</source>
        <translation>Unbekannte Angabe {0}; es gibt {1}.</translation>
    </message>
    <message>
        <source>Unknown keloid region {0}; there are {1}.</source>
        <translation>Unbekannte Keloidzone {0}; es gibt {1}.</translation>
    </message>
    <message>
        <source>Unknown maneuver {0}; `landmarkdiff procedures` lists them, as in rhinoplasty.tip_width.</source>
        <translation>Unbekannte Maßnahme {0}; `landmarkdiff procedures` zählt sie auf, etwa rhinoplasty.tip_width.</translation>
    </message>
    <message>
        <source>Unknown procedure {0}; there are {1}.</source>
        <translation>Unbekannter Eingriff {0}; es gibt {1}.</translation>
    </message>
    <message>
        <source>Views that are painted together need the same settings.</source>
        <translation>Ansichten, die zusammen erzeugt werden, brauchen dieselben Einstellungen.</translation>
    </message>
    <message>
        <source>Warped photo and preview must have the size and depth of the photo.</source>
        <translation>Das verformte Foto und die Vorschau müssen Größe und Farbtiefe des Fotos haben.</translation>
    </message>
    <message>
        <source>What arrived for {0} is not the archive that was expected.</source>
        <translation>Was für {0} ankam, ist nicht das erwartete Archiv.</translation>
    </message>
    <message>
        <source>Where maneuvers meet, the skin would have folded; the change is smoothed at these spots.</source>
        <translation>Wo Maßnahmen aufeinandertreffen, hätte sich die Haut gefaltet; die Änderung ist dort geglättet.</translation>
    </message>
    <message>
        <source>Wrong password or recovery key. The file itself is not damaged; try again.</source>
        <translation>Falsches Passwort oder falscher Wiederherstellungsschlüssel. Die Datei selbst ist nicht beschädigt; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Wrong user name or password for the clinic keyring; try again.</source>
        <translation>Falscher Benutzername oder falsches Passwort für den Schlüsselbund; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} % of the photo is transparent and was laid on white.</source>
        <translation>{0} % des Fotos sind durchsichtig und wurden auf Weiß gelegt.</translation>
    </message>
    <message>
        <source>{0} % of the {1} is burnt out to white; use less or softer light.</source>
        <translation>{0} % weiß ausgebrannt ({1}); weniger oder weicheres Licht nehmen.</translation>
    </message>
    <message>
        <source>{0} % of the {1} is nearly black, so detail is lost there; use more light.</source>
        <translation>{0} % fast schwarz ({1}), dort fehlt Zeichnung; mehr Licht nehmen.</translation>
    </message>
    <message>
        <source>{0} arrived, but is not the file that was asked for, and was deleted.</source>
        <translation>{0} kam an, ist aber nicht die verlangte Datei, und wurde gelöscht.</translation>
    </message>
    <message>
        <source>{0} can be set from {1} to {2} {3}, not to {4}.</source>
        <translation>{0} lässt sich von {1} bis {2} {3} einstellen, nicht auf {4}.</translation>
    </message>
    <message>
        <source>{0} can only be read here: file, folder or medium are read-only; save a copy elsewhere.</source>
        <translation>{0} kann hier nur gelesen werden: Datei, Ordner oder Medium sind schreibgeschützt; speichern Sie eine Kopie woanders.</translation>
    </message>
    <message>
        <source>{0} can only be read, so its history could not tell of an export, and nothing leaves it. Copy the file to a disk that can be written, or sign in as a user who may change it.</source>
        <translation>{0} kann nur gelesen werden; die Historie könnte von einem Export nichts berichten, darum verlässt nichts die Datei. Kopieren Sie die Datei auf einen beschreibbaren Datenträger, oder melden Sie sich als Benutzer an, der sie ändern darf.</translation>
    </message>
    <message>
        <source>{0} cannot be opened ({1}); choose another photo.</source>
        <translation>{0} kann nicht geöffnet werden ({1}); wählen Sie ein anderes Foto.</translation>
    </message>
    <message>
        <source>{0} cannot be played, because it is not there; choose another one.</source>
        <translation>{0} lässt sich nicht abspielen, weil die Datei nicht da ist; wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>{0} cannot be played; choose a video (MP4, MOV, AVI, MKV) or a folder of pictures.</source>
        <translation>{0} lässt sich nicht abspielen; wählen Sie ein Video (MP4, MOV, AVI, MKV) oder einen Ordner mit Bildern.</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}); see that it is still connected.</source>
        <translation>{0} ist nicht lesbar ({1}); prüfen Sie, ob der Datenträger noch verbunden ist.</translation>
    </message>
    <message>
        <source>{0} cannot be read as a network; verify the model.</source>
        <translation>{0} lässt sich nicht als Netz lesen; prüfen Sie das Modell.</translation>
    </message>
    <message>
        <source>{0} cannot be read as weights; remove the model and install it again.</source>
        <translation>{0} lässt sich nicht als Modellgewichte lesen; entfernen Sie das Modell und installieren Sie es neu.</translation>
    </message>
    <message>
        <source>{0} cannot be stored in a record.</source>
        <translation>{0} lässt sich nicht in einem Datensatz ablegen.</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}).</source>
        <translation>{0} kann nicht geschrieben werden ({1}).</translation>
    </message>
    <message>
        <source>{0} cannot be written ({1}); what has arrived is kept.</source>
        <translation>{0} ist nicht beschreibbar ({1}); was angekommen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>{0} cannot be written: JPEG ends at {1} pixels a side; write PNG instead.</source>
        <translation>{0} kann nicht geschrieben werden: JPEG endet bei {1} Bildpunkten je Seite; schreiben Sie stattdessen PNG.</translation>
    </message>
    <message>
        <source>{0} cannot be written: it is a folder; choose another name.</source>
        <translation>{0} kann nicht geschrieben werden: Das ist ein Ordner; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{0} cannot be written: it is no ordinary file; choose another name.</source>
        <translation>{0} kann nicht geschrieben werden: Das ist keine gewöhnliche Datei; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{0} cannot be written: the folder does not exist; create it or choose another.</source>
        <translation>{0} kann nicht geschrieben werden: Der Ordner fehlt; legen Sie ihn an oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>{0} cannot be written: the name is not valid; choose another.</source>
        <translation>{0} kann nicht geschrieben werden: Der Name ist ungültig; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}.</source>
        <translation>{0} kann nicht geschrieben werden: {1}.</translation>
    </message>
    <message>
        <source>{0} comes under {1} ({2}); read the terms and accept them first (--accept-licence).</source>
        <translation>Für {0} gilt {1} ({2}); lesen Sie die Bedingungen, und nehmen Sie sie zuerst an (--accept-licence).</translation>
    </message>
    <message>
        <source>{0} does not exist; check the name and the folder.</source>
        <translation>{0} gibt es nicht; prüfen Sie Name und Ordner.</translation>
    </message>
    <message>
        <source>{0} does not hold {1}; looked for {2} and the like.</source>
        <translation>{0} enthält {1} nicht; gesucht wurde nach {2} und Ähnlichem.</translation>
    </message>
    <message>
        <source>{0} faces are in this photo; the largest one is used.</source>
        <translation>Auf diesem Foto sind {0} Gesichter; das größte wird verwendet.</translation>
    </message>
    <message>
        <source>{0} has another checksum than the manifest says.</source>
        <translation>{0} hat eine andere Prüfsumme, als die Modellliste nennt.</translation>
    </message>
    <message>
        <source>{0} has changed since it was checked.</source>
        <translation>{0} hat sich seit der Prüfung geändert.</translation>
    </message>
    <message>
        <source>{0} has more than 64 MiB; save it smaller and add it again.</source>
        <translation>{0} hat mehr als 64 MiB; speichern Sie kleiner und fügen Sie es noch einmal hinzu.</translation>
    </message>
    <message>
        <source>{0} has not been checked here; `landmarkdiff models verify {1}` does that.</source>
        <translation>{0} wurde hier noch nicht geprüft; das tut `landmarkdiff models verify {1}`.</translation>
    </message>
    <message>
        <source>{0} has not been hashed here.</source>
        <translation>{0} wurde hier noch nicht geprüft.</translation>
    </message>
    <message>
        <source>{0} has pixels of an uncommon kind ({1}); save it with 8 or 16 bit and open that.</source>
        <translation>{0} hat Bildpunkte einer ungewöhnlichen Art ({1}); speichern Sie es mit 8 oder 16 Bit und öffnen Sie das.</translation>
    </message>
    <message>
        <source>{0} has the shape {1}; give height x width x 1 to 4 channels.</source>
        <translation>{0} hat die Form {1}; verlangt ist Höhe x Breite x 1 bis 4 Kanäle.</translation>
    </message>
    <message>
        <source>{0} has values from {1} to {2}; give 0 to 1, or uint8.</source>
        <translation>{0} hat Werte von {1} bis {2}; verlangt ist 0 bis 1 oder uint8.</translation>
    </message>
    <message>
        <source>{0} has values that are not finite numbers; give floating point in 0 to 1.</source>
        <translation>{0} hat Werte, die keine endlichen Zahlen sind; verlangt sind Gleitkommazahlen von 0 bis 1.</translation>
    </message>
    <message>
        <source>{0} has {1} GB, more than a photo can have; choose another.</source>
        <translation>{0} hat {1} GB, mehr als ein Foto haben kann; wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>{0} has {1} bit per channel, which cannot be shown; save it with 8 or 16 bit and open that.</source>
        <translation>{0} hat {1} Bit je Farbkanal, was sich nicht zeigen lässt; speichern Sie es mit 8 oder 16 Bit und öffnen Sie das.</translation>
    </message>
    <message>
        <source>{0} has {1} bytes instead of {2}.</source>
        <translation>{0} hat {1} statt {2} Byte.</translation>
    </message>
    <message>
        <source>{0} has {1} bytes, but {2} were expected.</source>
        <translation>{0} hat {1} Byte, erwartet waren {2}.</translation>
    </message>
    <message>
        <source>{0} has {1} megapixels ({2} x {3}), more than the {4} that can be opened; save a smaller copy and open that.</source>
        <translation>{0} hat {1} Megapixel ({2} x {3}), mehr als die {4}, die geöffnet werden können; speichern Sie eine kleinere Kopie und öffnen Sie diese.</translation>
    </message>
    <message>
        <source>{0} holds a {1} that cannot be read ({2}); open a backup.</source>
        <translation>{0} enthält einen Eintrag „{1}“, der nicht gelesen werden kann ({2}); öffnen Sie eine Sicherung.</translation>
    </message>
    <message>
        <source>{0} holds a {1} that cannot be taken over; nothing was changed.</source>
        <translation>{0} enthält einen Eintrag „{1}“, der nicht übernommen werden kann; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{0} holds more than weights and was not opened.</source>
        <translation>{0} enthält mehr als Modellgewichte und wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>{0} holds no ControlNet in diffusers&apos; layout (config.json and diffusion_pytorch_model.safetensors).</source>
        <translation>{0} enthält kein ControlNet im Aufbau von diffusers (config.json und diffusion_pytorch_model.safetensors).</translation>
    </message>
    <message>
        <source>{0} holds none of the known models.</source>
        <translation>In {0} ist keines der bekannten Modelle.</translation>
    </message>
    <message>
        <source>{0} holds signed or floating-point values; save it with 8 or 16 bit and open that.</source>
        <translation>{0} enthält vorzeichenbehaftete Werte oder Gleitkommazahlen; speichern Sie es mit 8 oder 16 Bit und öffnen Sie das.</translation>
    </message>
    <message>
        <source>{0} is a file and no folder; choose another folder.</source>
        <translation>{0} ist eine Datei und kein Ordner; wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{0} is a folder; choose a photo inside it.</source>
        <translation>{0} ist ein Ordner; wählen Sie ein Foto darin.</translation>
    </message>
    <message>
        <source>{0} is a strip of {1} x {2} pixels and no photo; choose another one.</source>
        <translation>{0} ist ein Streifen von {1} x {2} Bildpunkten und kein Foto; wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>{0} is being replaced by another program; try again in a moment.</source>
        <translation>{0} wird gerade von einem anderen Programm ersetzt; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>{0} is closed; open it again.</source>
        <translation>{0} ist geschlossen; öffnen Sie es wieder.</translation>
    </message>
    <message>
        <source>{0} is damaged ({1}); remove it and then use {2}.</source>
        <translation>{0} ist beschädigt ({1}); entfernen Sie es, und führen Sie dann {2} aus.</translation>
    </message>
    <message>
        <source>{0} is damaged in its head; open a backup.</source>
        <translation>{0} ist am Anfang beschädigt; öffnen Sie eine Sicherung.</translation>
    </message>
    <message>
        <source>{0} is damaged or incomplete and cannot be read; copy it again or choose another photo.</source>
        <translation>{0} ist beschädigt oder unvollständig und nicht lesbar; kopieren Sie es noch einmal oder wählen Sie ein anderes Foto.</translation>
    </message>
    <message>
        <source>{0} is damaged: its tables are not those of a project.</source>
        <translation>{0} ist beschädigt: Die Tabellen sind nicht die eines Projekts.</translation>
    </message>
    <message>
        <source>{0} is damaged: its way of saving was changed.</source>
        <translation>{0} ist beschädigt: Die Art des Speicherns wurde verändert.</translation>
    </message>
    <message>
        <source>{0} is damaged: {1} is missing; open a backup.</source>
        <translation>{0} ist beschädigt: {1} fehlt; öffnen Sie eine Sicherung.</translation>
    </message>
    <message>
        <source>{0} is damaged: {1}; the rest may still be readable; open a backup or save what can be read.</source>
        <translation>{0} ist beschädigt: {1}; der Rest ist vielleicht noch lesbar; öffnen Sie eine Sicherung oder retten Sie, was lesbar ist.</translation>
    </message>
    <message>
        <source>{0} is empty (0 bytes); copy it again from the camera or choose another photo.</source>
        <translation>{0} ist leer (0 Byte); kopieren Sie es noch einmal von der Kamera oder wählen Sie ein anderes Foto.</translation>
    </message>
    <message>
        <source>{0} is no array of pixels; give height x width x channels.</source>
        <translation>{0} ist keine Anordnung von Bildpunkten; verlangt ist Höhe x Breite x Kanäle.</translation>
    </message>
    <message>
        <source>{0} is no ordinary file; choose a photo.</source>
        <translation>{0} ist keine gewöhnliche Datei; wählen Sie ein Foto.</translation>
    </message>
    <message>
        <source>{0} is no picture that can be opened; choose a photo in {1} format.</source>
        <translation>{0} ist kein Bild, das sich öffnen lässt; wählen Sie ein Foto im Format {1}.</translation>
    </message>
    <message>
        <source>{0} is not a clinic keyring; choose another file.</source>
        <translation>{0} ist kein Schlüsselbund einer Klinik; wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>{0} is not a file; choose a file that ends in .ldproj.</source>
        <translation>{0} ist keine Datei; wählen Sie eine Datei, die auf .ldproj endet.</translation>
    </message>
    <message>
        <source>{0} is not a network for faces of {1} x {2} px.</source>
        <translation>{0} ist kein Netz für Gesichter von {1} x {2} px.</translation>
    </message>
    <message>
        <source>{0} is not a project file, or its beginning is damaged; open a backup.</source>
        <translation>{0} ist keine Projektdatei, oder ihr Anfang ist beschädigt; öffnen Sie eine Sicherung.</translation>
    </message>
    <message>
        <source>{0} is not a project file; choose a file that ends in .ldproj.</source>
        <translation>{0} ist keine Projektdatei; wählen Sie eine Datei, die auf .ldproj endet.</translation>
    </message>
    <message>
        <source>{0} is not installed; {1} fetches it, `models import` takes it from a folder.</source>
        <translation>{0} ist nicht installiert; {1} lädt es, `models import` übernimmt es aus einem Ordner.</translation>
    </message>
    <message>
        <source>{0} is not the file that the manifest describes (another checksum).</source>
        <translation>{0} ist nicht die Datei, die das Verzeichnis beschreibt (andere Prüfsumme).</translation>
    </message>
    <message>
        <source>{0} is of type {1}; give uint8, uint16 or floating point in 0 to 1.</source>
        <translation>{0} ist vom Typ {1}; verlangt ist uint8, uint16 oder Gleitkomma von 0 bis 1.</translation>
    </message>
    <message>
        <source>{0} is older (save {1}) than the one last saved on this computer (save {2}); open the newer file, or confirm that the older one is meant.</source>
        <translation>{0} ist älter (Stand {1}) als der zuletzt auf diesem Rechner gespeicherte (Stand {2}); öffnen Sie die neuere Datei, oder bestätigen Sie, dass die ältere gemeint ist.</translation>
    </message>
    <message>
        <source>{0} is only {1} x {2} pixels, too small for a face; choose another photo.</source>
        <translation>{0} hat nur {1} x {2} Bildpunkte, zu wenig für ein Gesicht; wählen Sie ein anderes Foto.</translation>
    </message>
    <message>
        <source>{0} is open for reading only; nothing was changed.</source>
        <translation>{0} ist nur zum Lesen geöffnet; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{0} is open for reading only; sign in as a user who may change it.</source>
        <translation>{0} ist nur zum Lesen geöffnet; melden Sie sich als Benutzer an, der es ändern darf.</translation>
    </message>
    <message>
        <source>{0} is open on another window or computer{1}; close it there.</source>
        <translation>{0} ist in einem anderen Fenster oder auf einem anderen Rechner geöffnet{1}; schließen Sie es dort.</translation>
    </message>
    <message>
        <source>{0} is open{1}; close it before restoring a backup.</source>
        <translation>{0} ist geöffnet{1}; schließen Sie es, bevor Sie eine Sicherung einspielen.</translation>
    </message>
    <message>
        <source>{0} may not be read by you; ask for access or choose another photo.</source>
        <translation>{0} dürfen Sie nicht lesen; bitten Sie um Zugriff oder wählen Sie ein anderes Foto.</translation>
    </message>
    <message>
        <source>{0} must be 8 bit and as large as the photo.</source>
        <translation>{0} muss 8 Bit haben und so groß sein wie das Foto.</translation>
    </message>
    <message>
        <source>{0} must be finite and of shape {1}.</source>
        <translation>{0} muss endlich sein und die Form {1} haben.</translation>
    </message>
    <message>
        <source>{0} must be from {1} to {2}, not {3}.</source>
        <translation>{0} muss zwischen {1} und {2} liegen, nicht bei {3}.</translation>
    </message>
    <message>
        <source>{0} needs more memory than is free; close other programs or use a copy.</source>
        <translation>{0} braucht mehr Speicher, als frei ist; schließen Sie andere Programme oder nehmen Sie eine Kopie.</translation>
    </message>
    <message>
        <source>{0} of the face cannot be judged for pale patches (shadow, hair, glasses or make-up); use a photo in even light.</source>
        <translation>{0} des Gesichts lassen sich nicht auf helle Stellen prüfen (Schatten, Haare, Brille oder Schminke); nehmen Sie ein Foto in gleichmäßigem Licht.</translation>
    </message>
    <message>
        <source>{0} of the skin is overexposed; it looks lighter than it is.</source>
        <translation>{0} der Haut sind überbelichtet; sie wirkt heller, als sie ist.</translation>
    </message>
    <message>
        <source>{0} was made by {1} and this version cannot read it; nothing was changed, update the program.</source>
        <translation>{0} wurde mit {1} erstellt, diese Version kann es nicht lesen; nichts wurde geändert, aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>{0} was not saved or opened: the disk, folder or file refuses ({1}); your changes are still here, save elsewhere.</source>
        <translation>{0} wurde nicht gespeichert oder geöffnet: Datenträger, Ordner oder Datei verweigern ({1}); Ihre Änderungen sind noch da, speichern Sie woanders.</translation>
    </message>
    <message>
        <source>{0}: id: {1} exists already; choose another id.</source>
        <translation>{0}: id: {1} gibt es schon; wählen Sie eine andere Kennung.</translation>
    </message>
    <message>
        <source>{0}: no valid TOML: nested too deeply.</source>
        <translation>{0}: kein gültiges TOML: zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>{0}: no valid TOML: {1}.</source>
        <translation>{0}: kein gültiges TOML: {1}.</translation>
    </message>
    <message>
        <source>{0}: the file cannot be read: {1}.</source>
        <translation>{0}: Die Datei kann nicht gelesen werden: {1}.</translation>
    </message>
    <message>
        <source>{0}: {1}: radius_mm: at {2} x {3} mm {4}; use a smaller radius, fewer anchors and holds, or set them further apart.</source>
        <translation>{0}: {1}: radius_mm: bei {2} x {3} mm {4}; nehmen Sie einen kleineren Radius, weniger Anker und Halter, oder setzen Sie sie weiter auseinander.</translation>
    </message>
</context>
<context>
    <name>EngineWords</name>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>chin</source>
        <translation>Kinn</translation>
    </message>
    <message>
        <source>clinical record</source>
        <translation>Patientenakte</translation>
    </message>
    <message>
        <source>simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>AI processing</source>
        <translation>Verarbeitung durch KI-Modelle</translation>
    </message>
    <message>
        <source>copies for the patient</source>
        <translation>Bilder für den Patienten</translation>
    </message>
    <message>
        <source>teaching</source>
        <translation>Lehre</translation>
    </message>
    <message>
        <source>publication</source>
        <translation>Veröffentlichung</translation>
    </message>
    <message>
        <source>the disk is full; free some space or choose another folder</source>
        <translation>Der Datenträger ist voll; schaffen Sie Platz, oder wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>the space allotted to you is used up; free some space or choose another folder</source>
        <translation>Der Ihnen zugeteilte Speicherplatz ist verbraucht; schaffen Sie Platz, oder wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>you have no right to write there; choose another folder</source>
        <translation>Sie dürfen dort nicht schreiben; wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>the disk can only be read; choose another folder</source>
        <translation>Der Datenträger ist schreibgeschützt; wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>the folder does not exist; create it or choose another</source>
        <translation>Der Ordner fehlt; legen Sie ihn an, oder wählen Sie einen anderen</translation>
    </message>
    <message>
        <source>a part of the path is a file and no folder; choose another path</source>
        <translation>Ein Teil des Pfades ist eine Datei und kein Ordner; wählen Sie einen anderen Pfad</translation>
    </message>
    <message>
        <source>it is a folder; choose another name</source>
        <translation>Das ist ein Ordner; wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>the name is too long; choose a shorter one</source>
        <translation>Der Name ist zu lang; wählen Sie einen kürzeren</translation>
    </message>
</context>
<context>
    <name>EngineWorker</name>
    <message>
        <source>There is not enough memory; close other programs and try again.</source>
        <translation>Der Speicher reicht nicht; bitte andere Programme schließen und erneut versuchen.</translation>
    </message>
    <message>
        <source>Something in the program failed ({0}). Photos and plan are kept; try the last step again.</source>
        <translation>Im Programm ist etwas fehlgeschlagen ({0}). Fotos und Plan sind erhalten; versuchen Sie den letzten Schritt noch einmal.</translation>
    </message>
</context>
<context>
    <name>ErrandWorker</name>
    <message>
        <source>Something in the program failed ({0}). What was saved before is still there; try again.</source>
        <translation>Im Programm ist etwas fehlgeschlagen ({0}). Was gespeichert war, ist noch da; versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>FacePoints</name>
    <message>
        <source>{0} · {1} mm</source>
        <translation>{0} · {1} mm</translation>
    </message>
    <message>
        <source>{0} · placed</source>
        <translation>{0} · gesetzt</translation>
    </message>
    <message>
        <source>{0} · {1} %</source>
        <translation>{0} · {1} %</translation>
    </message>
</context>
<context>
    <name>FaceText</name>
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
        <source>Roll: not seen in this view</source>
        <translation>Neigung: in dieser Ansicht nicht zu sehen</translation>
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
        <source>Skin tone: no bare cheek is seen</source>
        <translation>Hautton: keine freie Wange zu sehen</translation>
    </message>
    <message>
        <source>Skin tone: ITA {0}°, class {1}, confidence {2} %; it depends on the light</source>
        <translation>Hautton: ITA {0}°, Klasse {1}, Sicherheit {2} %; hängt vom Licht ab</translation>
    </message>
    <message>
        <source>Points of the outline and their confidence:</source>
        <translation>Punkte des Umrisses und ihre Sicherheit:</translation>
    </message>
    <message>
        <source>{0}: {1} points, {2} %</source>
        <translation>{0}: {1} Punkte, {2} %</translation>
    </message>
    <message>
        <source>Landmarks and confidence by region:</source>
        <translation>Landmarken und Sicherheit je Region:</translation>
    </message>
</context>
<context>
    <name>FinishingDials</name>
    <message>
        <source>Best that is installed</source>
        <translation>Das beste installierte</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
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
        <source>Pyramid blending</source>
        <translation>Pyramidenüberblendung</translation>
    </message>
    <message>
        <source>Identity check</source>
        <translation>Identitätsprüfung</translation>
    </message>
    <message>
        <source>Face restoration</source>
        <translation>Gesichtswiederherstellung</translation>
    </message>
    <message>
        <source>Fidelity (CodeFormer)</source>
        <translation>Treue (CodeFormer)</translation>
    </message>
    <message>
        <source>Sharpening</source>
        <translation>Schärfen</translation>
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
        <source>Stopping ...</source>
        <translation>Wird angehalten ...</translation>
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
    <message>
        <source>Reading the pictures</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Making the animation</source>
        <translation>Animation wird erstellt</translation>
    </message>
    <message>
        <source>Making the DICOM files</source>
        <translation>DICOM-Dateien werden erstellt</translation>
    </message>
    <message>
        <source>Laying out the pages</source>
        <translation>Seiten werden gesetzt</translation>
    </message>
    <message>
        <source>Writing the files</source>
        <translation>Dateien werden geschrieben</translation>
    </message>
    <message>
        <source>Copying the project</source>
        <translation>Projekt wird kopiert</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Save the key ...</source>
        <translation>Schlüssel speichern ...</translation>
    </message>
    <message>
        <source>Print the key ...</source>
        <translation>Schlüssel drucken ...</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>Ich habe ihn aufgeschrieben</translation>
    </message>
    <message>
        <source>The key is in the clipboard, where other programs can read it.</source>
        <translation>Der Schlüssel liegt in der Zwischenablage, wo andere Programme ihn lesen können.</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>Wiederherstellungsschlüssel speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
</context>
<context>
    <name>LetterheadForm</name>
    <message>
        <source>Name of the clinic</source>
        <translation>Name der Klinik</translation>
    </message>
    <message>
        <source>Surgeon</source>
        <translation>Operateur</translation>
    </message>
    <message>
        <source>Address of the clinic</source>
        <translation>Anschrift der Klinik</translation>
    </message>
    <message>
        <source>Logo of the clinic</source>
        <translation>Logo der Klinik</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Klinik</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>Bild entfernen</translation>
    </message>
    <message>
        <source>Choose a picture ...</source>
        <translation>Bild wählen ...</translation>
    </message>
    <message>
        <source>The logo&apos;s file cannot be read ({0}). Reports are made without it; choose it again.</source>
        <translation>Die Datei des Logos kann nicht gelesen werden ({0}). Berichte entstehen ohne das Logo; wählen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This file is no picture that can be printed, or it is damaged. Reports are made without a logo; choose a PNG or JPEG file.</source>
        <translation>Diese Datei ist kein Bild, das sich drucken lässt, oder sie ist beschädigt. Berichte entstehen ohne Logo; wählen Sie eine PNG- oder JPEG-Datei.</translation>
    </message>
    <message>
        <source>Choose the logo</source>
        <translation>Logo wählen</translation>
    </message>
    <message>
        <source>Pictures ({0})</source>
        <translation>Bilder ({0})</translation>
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
        <translation>Die Prüfsummen wurden hier gebildet; für {0} von {1} Dateien ist die richtige nicht im Voraus bekannt.</translation>
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
        <source>Optional second control: the relief of the planned face, the nose and the chin among it</source>
        <translation>Optionale zweite Steuerung: das Relief des geplanten Gesichts, mit Nase und Kinn</translation>
    </message>
    <message>
        <source>Shows the picture model the patient&apos;s own face</source>
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
    <message>
        <source>Not to be used to give medical advice or to interpret medical results.</source>
        <translation>Darf nicht benutzt werden, um medizinischen Rat zu geben oder medizinische Befunde zu deuten.</translation>
    </message>
    <message>
        <source>Not to be used unlawfully, to harm or exploit minors, to defame or harass, or to spread what is false in order to harm.</source>
        <translation>Darf nicht rechtswidrig benutzt werden, nicht um Minderjährigen zu schaden oder sie auszunutzen, nicht zur Verleumdung oder Belästigung und nicht, um Falsches in schädlicher Absicht zu verbreiten.</translation>
    </message>
    <message>
        <source>Not to be used to discriminate, to exploit the weakness of a group, for automated decisions about a person&apos;s rights, or for law enforcement.</source>
        <translation>Darf nicht benutzt werden, um zu diskriminieren oder die Schwäche einer Gruppe auszunutzen, nicht für automatische Entscheidungen über die Rechte eines Menschen und nicht zur Strafverfolgung.</translation>
    </message>
    <message>
        <source>Whoever makes a picture with it answers for that picture and for what is done with it.</source>
        <translation>Wer damit ein Bild herstellt, ist für dieses Bild und für dessen Verwendung verantwortlich.</translation>
    </message>
    <message>
        <source>Read in public copies of the licence of August 2022, attachment A and paragraphs 5 and 6.</source>
        <translation>Gelesen in öffentlichen Abschriften der Lizenz vom August 2022, Anhang A und Absätze 5 und 6.</translation>
    </message>
    <message>
        <source>The publisher names the family of licences and no text; expect the use restrictions of CreativeML Open RAIL-M.</source>
        <translation>Der Herausgeber nennt die Lizenzfamilie und keinen Text; rechnen Sie mit den Nutzungsbeschränkungen der CreativeML Open RAIL-M.</translation>
    </message>
    <message>
        <source>Those forbid, among others, to give medical advice or to interpret medical results.</source>
        <translation>Diese verbieten unter anderem, medizinischen Rat zu geben oder medizinische Befunde zu deuten.</translation>
    </message>
    <message>
        <source>Read as declared on the publishers&apos; model cards; the restrictions in public copies of CreativeML Open RAIL-M.</source>
        <translation>Gelesen, wie auf den Modellkarten der Herausgeber angegeben; die Beschränkungen in öffentlichen Abschriften der CreativeML Open RAIL-M.</translation>
    </message>
    <message>
        <source>Read as declared on the publisher&apos;s model card; that its restrictions are those of Open RAIL-M, in a published comparison.</source>
        <translation>Gelesen, wie auf der Modellkarte des Herausgebers angegeben; dass die Beschränkungen die der Open RAIL-M sind, in einem veröffentlichten Vergleich.</translation>
    </message>
    <message>
        <source>Known as a licence that allows use, change and distribution with the copyright notice, and gives no warranty.</source>
        <translation>Bekannt als Lizenz, die Nutzung, Änderung und Weitergabe mit dem Urheberrechtsvermerk erlaubt und keine Gewähr gibt.</translation>
    </message>
    <message>
        <source>Read as declared by copies of the model. An early version of the publisher&apos;s own file, in a public archive, was the MIT licence.</source>
        <translation>Gelesen, wie von Kopien des Modells angegeben. Eine frühe Fassung der eigenen Datei des Herausgebers, in einem öffentlichen Archiv, war die MIT-Lizenz.</translation>
    </message>
    <message>
        <source>For non-commercial research only, however the model is fetched; its publisher licenses commercial use separately.</source>
        <translation>Nur für nichtkommerzielle Forschung, wie auch immer das Modell bezogen wird; kommerzielle Nutzung lizenziert der Herausgeber gesondert.</translation>
    </message>
    <message>
        <source>Read in the description of the publisher&apos;s Python package, version 2.1.</source>
        <translation>Gelesen in der Beschreibung des Python-Pakets des Herausgebers, Version 2.1.</translation>
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
        <source>No photorealistic mode is ready yet. To begin with, the mode {0} needs: {1}. Install fetches a model from its publisher. Without internet, Import takes it from a USB stick or from the models folder of another workstation. The others are optional.</source>
        <translation>Noch ist keine fotorealistische Betriebsart bereit. Für den Anfang braucht die Betriebsart {0}: {1}. „Installieren“ lädt ein Modell von seinem Herausgeber. Ohne Internet übernimmt „Importieren“ es von einem USB-Stick oder aus dem Modellordner eines anderen Arbeitsplatzes. Die übrigen sind freigestellt.</translation>
    </message>
    <message>
        <source>Folder: {0}</source>
        <translation>Ordner: {0}</translation>
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
        <source>Nasion</source>
        <translation>Nasion</translation>
    </message>
    <message>
        <source>Rhinion</source>
        <translation>Rhinion</translation>
    </message>
    <message>
        <source>Pronasale</source>
        <translation>Pronasale</translation>
    </message>
    <message>
        <source>Subnasale</source>
        <translation>Subnasale</translation>
    </message>
    <message>
        <source>Labiale superius</source>
        <translation>Labiale superius</translation>
    </message>
    <message>
        <source>Labiale inferius</source>
        <translation>Labiale inferius</translation>
    </message>
    <message>
        <source>Pogonion</source>
        <translation>Pogonion</translation>
    </message>
    <message>
        <source>Menton</source>
        <translation>Menton</translation>
    </message>
    <message>
        <source>Outline of the face</source>
        <translation>Umriss des Gesichts</translation>
    </message>
    <message>
        <source>Right eye</source>
        <translation>Rechtes Auge</translation>
    </message>
    <message>
        <source>Left eye</source>
        <translation>Linkes Auge</translation>
    </message>
    <message>
        <source>Right eyebrow</source>
        <translation>Rechte Augenbraue</translation>
    </message>
    <message>
        <source>Left eyebrow</source>
        <translation>Linke Augenbraue</translation>
    </message>
    <message>
        <source>Right iris</source>
        <translation>Rechte Iris</translation>
    </message>
    <message>
        <source>Left iris</source>
        <translation>Linke Iris</translation>
    </message>
    <message>
        <source>Lips</source>
        <translation>Lippen</translation>
    </message>
    <message>
        <source>Upper lip</source>
        <translation>Oberlippe</translation>
    </message>
    <message>
        <source>Lower lip</source>
        <translation>Unterlippe</translation>
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
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Edges (canny)</source>
        <translation>Kanten (canny)</translation>
    </message>
    <message>
        <source>The photo itself (tile)</source>
        <translation>Das Foto selbst (tile)</translation>
    </message>
    <message>
        <source>Relief of the face (depth)</source>
        <translation>Relief des Gesichts (depth)</translation>
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
        <source>{0} (not installed)</source>
        <translation>{0} (nicht installiert)</translation>
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
        <source>Steps {0}, guidance {1}, conditioning {2}, strength {3}. The same seed gives the same picture. Every step works inside the mask only.</source>
        <translation>Schritte {0}, Textführung {1}, Konturführung {2}, Stärke {3}. Gleicher Startwert gibt das gleiche Bild. Alles wirkt nur innerhalb der Maske.</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Second control</source>
        <translation>Zweite Steuerung</translation>
    </message>
    <message>
        <source>Scale of the second control</source>
        <translation>Stärke der zweiten Steuerung</translation>
    </message>
    <message>
        <source>Both controls add up to {0}: keep the sum at or under {1}.</source>
        <translation>Beide Steuerungen ergeben zusammen {0}: Die Summe darf höchstens {1} sein.</translation>
    </message>
    <message>
        <source>Both controls add up to {0} of at most {1}.</source>
        <translation>Beide Steuerungen ergeben zusammen {0} von höchstens {1}.</translation>
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
        <source>The second control needs {0}. Choose none, or open the models.</source>
        <translation>Die zweite Steuerung braucht {0}. Wählen Sie keine, oder öffnen Sie die Modelle.</translation>
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
        <source>With a photo and a procedure, the plan can be shown as a photo would show it.</source>
        <translation>Mit einem Foto und einem Eingriff lässt sich der Plan so zeigen, wie ein Foto ihn zeigen würde.</translation>
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
        <source>This patient&apos;s file can only be read; whatever you change here is not kept.</source>
        <translation>Die Datei dieses Patienten ist nur lesbar; was Sie hier ändern, wird nicht gespeichert.</translation>
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
    <message>
        <source>Before, as in a mirror</source>
        <translation>Vorher, wie im Spiegel</translation>
    </message>
    <message>
        <source>Simulation, as in a mirror</source>
        <translation>Simulation, wie im Spiegel</translation>
    </message>
</context>
<context>
    <name>PatientView</name>
    <message>
        <source>Find a patient: name, date of birth or number</source>
        <translation>Patient suchen: Name, Geburtsdatum oder Nummer</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
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
        <source>last saved {0}</source>
        <translation>zuletzt gesichert am {0}</translation>
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
        <source>Can only be read; changes are not kept</source>
        <translation>Nur lesbar; Änderungen werden nicht gespeichert</translation>
    </message>
    <message>
        <source>Type a name or a record number.</source>
        <translation>Bitte einen Namen oder eine Aktennummer eingeben.</translation>
    </message>
    <message>
        <source>Type the date of birth as year-month-day, such as 1984-05-21.</source>
        <translation>Bitte das Geburtsdatum als Jahr-Monat-Tag eingeben, etwa 1984-05-21.</translation>
    </message>
</context>
<context>
    <name>PlanFlow</name>
    <message>
        <source>Put the photo before back</source>
        <translation>Voriges Foto zurückholen</translation>
    </message>
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
        <source>{0} to {1} {2} · default {3} · your limit {4}</source>
        <translation>{0} bis {1} {2} · Vorgabe {3} · Ihre Grenze {4}</translation>
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
        <source>{0} · as in a mirror</source>
        <translation>{0} · wie im Spiegel</translation>
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
    <name>PointPicker</name>
    <message>
        <source>Show landmarks</source>
        <translation>Landmarken zeigen</translation>
    </message>
    <message>
        <source>Point of the profile</source>
        <translation>Punkt des Profils</translation>
    </message>
    <message>
        <source>Choose a point</source>
        <translation>Punkt wählen</translation>
    </message>
    <message>
        <source>Drag a point, or choose it with page up and down and nudge it with the arrow keys; Shift is finer, Escape lets it go.</source>
        <translation>Ziehen Sie einen Punkt, oder wählen Sie ihn mit Bild auf und ab und schieben Sie ihn mit den Pfeiltasten; mit Umschalt feiner, Esc lässt ihn los.</translation>
    </message>
    <message>
        <source>Put landmarks back</source>
        <translation>Landmarken zurücksetzen</translation>
    </message>
    <message>
        <source>Faint outline at the amber points: check them.</source>
        <translation>Unsicherer Umriss an den gelben Punkten: bitte prüfen.</translation>
    </message>
    <message>
        <source>Every point is clear.</source>
        <translation>Alle Punkte sind klar.</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} und {1} weitere</translation>
    </message>
    <message>
        <source>No font on this computer has {0}; they are printed as empty boxes. Install a font for this script, such as Noto, and print again.</source>
        <translation>Keine Schrift auf diesem Computer enthält {0}; diese Zeichen werden als leere Kästchen gedruckt. Installieren Sie eine Schrift dafür, etwa Noto, und drucken Sie noch einmal.</translation>
    </message>
    <message>
        <source>The report is without the logo: the file is damaged, is no picture in {0}, or has a side under {1} pixels. Choose another picture.</source>
        <translation>Der Bericht ist ohne Logo: Die Datei ist beschädigt, ist kein Bild in {0} oder hat eine Seite unter {1} Bildpunkten. Wählen Sie ein anderes Bild.</translation>
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
        <source>Report</source>
        <translation>Bericht</translation>
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
        <source>Note the recovery key of the copy first; it is shown only now. Then close the window.</source>
        <translation>Notieren Sie zuerst den Wiederherstellungsschlüssel der Kopie; er wird nur jetzt gezeigt. Schließen Sie danach das Fenster.</translation>
    </message>
    <message>
        <source>The patient screen is blank until a comparison is shown; open Compare.</source>
        <translation>Der Zweitschirm bleibt dunkel, bis ein Vergleich gezeigt wird; bitte Vergleich öffnen.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
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
        <source>Second control: {0}, scale {1}</source>
        <translation>Zweite Steuerung: {0}, Stärke {1}</translation>
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
        <source>Pyramid blending</source>
        <translation>Pyramidenüberblendung</translation>
    </message>
    <message>
        <source>{0}: left out</source>
        <translation>{0}: ausgelassen</translation>
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
    <name>ReportFlow</name>
    <message>
        <source>{0} is written. It is not encrypted; delete it when it is no longer needed.</source>
        <translation>{0} ist geschrieben. Es ist nicht verschlüsselt; löschen Sie es, wenn es nicht mehr gebraucht wird.</translation>
    </message>
    <message>
        <source>{0} is written, encrypted with your password.</source>
        <translation>{0} ist geschrieben, mit Ihrem Passwort verschlüsselt.</translation>
    </message>
    <message>
        <source>{0} is written, encrypted with your password. Its recovery key is shown below.</source>
        <translation>{0} ist geschrieben, verschlüsselt mit Ihrem Passwort. Der Wiederherstellungsschlüssel steht unten.</translation>
    </message>
    <message>
        <source>The export was stopped; no file was written.</source>
        <translation>Der Export wurde angehalten; es wurde keine Datei geschrieben.</translation>
    </message>
    <message>
        <source>The recovery key is in {0}. Send it by another way than the copy.</source>
        <translation>Der Wiederherstellungsschlüssel steht in {0}. Senden Sie ihn auf einem anderen Weg als die Kopie.</translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>Hand-out</source>
        <translation>Handzettel</translation>
    </message>
    <message>
        <source>Clinical record</source>
        <translation>Patientenakte</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Whole photos</source>
        <translation>Ganze Fotos</translation>
    </message>
    <message>
        <source>Face only</source>
        <translation>Nur Gesicht</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Sprache des Berichts</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>Passwort der Datei</translation>
    </message>
    <message>
        <source>Password of the file again</source>
        <translation>Passwort der Datei wiederholen</translation>
    </message>
    <message>
        <source>Save PDF ...</source>
        <translation>PDF speichern ...</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>PDF speichern</translation>
    </message>
    <message>
        <source>Encrypted copy for a colleague ...</source>
        <translation>Verschlüsselte Kopie für Kollegen ...</translation>
    </message>
    <message>
        <source>Encrypted copy</source>
        <translation>Verschlüsselte Kopie</translation>
    </message>
    <message>
        <source>Pictures, JPEG</source>
        <translation>Bilder, JPEG</translation>
    </message>
    <message>
        <source>Pictures, PNG</source>
        <translation>Bilder, PNG</translation>
    </message>
    <message>
        <source>Animation, WebP</source>
        <translation>Animation, WebP</translation>
    </message>
    <message>
        <source>Animation, GIF</source>
        <translation>Animation, GIF</translation>
    </message>
    <message>
        <source>DICOM</source>
        <translation>DICOM</translation>
    </message>
    <message>
        <source>Go to the consents</source>
        <translation>Zu den Einwilligungen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Letterhead</source>
        <translation>Briefkopf</translation>
    </message>
    <message>
        <source>There is no simulation to fade to; plan something first.</source>
        <translation>Es gibt keine Simulation, zu der überblendet werden könnte; planen Sie zuerst etwas.</translation>
    </message>
    <message>
        <source>Note the recovery key of the last copy first.</source>
        <translation>Notieren Sie zuerst den Wiederherstellungsschlüssel der letzten Kopie.</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>Andere Dateien</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Encrypts the PDF where one is typed; a copy for a colleague needs one.</source>
        <translation>Verschlüsselt das PDF, wenn eines eingegeben ist; eine Kopie für Kollegen braucht eines.</translation>
    </message>
    <message>
        <source>Needs the patient&apos;s consent to: {0}.</source>
        <translation>Benötigt die Einwilligung des Patienten in: {0}.</translation>
    </message>
    <message>
        <source>The report is not made yet.</source>
        <translation>Der Bericht ist noch nicht erstellt.</translation>
    </message>
    <message>
        <source>Another file is being written; wait for it, or cancel it below.</source>
        <translation>Eine andere Datei wird gerade geschrieben; warten Sie darauf, oder brechen Sie es unten ab.</translation>
    </message>
    <message>
        <source>This patient&apos;s file can only be read, so its history could not tell of an export, and nothing can be exported. Copy the file to a disk that can be written, and open it there.</source>
        <translation>Die Datei dieses Patienten kann nur gelesen werden; die Historie könnte von einem Export nichts berichten, darum ist keiner möglich. Kopieren Sie die Datei auf einen beschreibbaren Datenträger, und öffnen Sie sie dort.</translation>
    </message>
    <message>
        <source>Not agreed to: {0}</source>
        <translation>Nicht eingewilligt: {0}</translation>
    </message>
    <message>
        <source>The two passwords differ; type them again.</source>
        <translation>Die beiden Passwörter unterscheiden sich; bitte erneut eingeben.</translation>
    </message>
    <message>
        <source>Type a password for the copy first.</source>
        <translation>Geben Sie zuerst ein Passwort für die Kopie ein.</translation>
    </message>
    <message>
        <source>The password needs at least {0} characters.</source>
        <translation>Das Passwort braucht mindestens {0} Zeichen.</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Preview of the report</source>
        <translation>Vorschau des Berichts</translation>
    </message>
    <message>
        <source>Make the report</source>
        <translation>Bericht erstellen</translation>
    </message>
    <message>
        <source>Making the preview ...</source>
        <translation>Vorschau wird erstellt ...</translation>
    </message>
    <message>
        <source>The report is being made ...</source>
        <translation>Der Bericht wird erstellt ...</translation>
    </message>
    <message>
        <source>Open a patient first; a report belongs to a patient&apos;s file.</source>
        <translation>Öffnen Sie zuerst einen Patienten; ein Bericht gehört zu seiner Akte.</translation>
    </message>
    <message>
        <source>Take or open photos first.</source>
        <translation>Nehmen Sie zuerst Fotos auf oder öffnen Sie welche.</translation>
    </message>
    <message>
        <source>The patient has not agreed to this yet: {0}.</source>
        <translation>Dazu hat der Patient noch nicht eingewilligt: {0}.</translation>
    </message>
    <message>
        <source>This file can only be read, and the simulations of this plan are not in it yet. Copy the file to a disk that can be written, and open it there.</source>
        <translation>Diese Datei kann nur gelesen werden, und die Simulationen dieses Plans sind noch nicht darin. Kopieren Sie die Datei auf einen beschreibbaren Datenträger, und öffnen Sie sie dort.</translation>
    </message>
    <message>
        <source>The report was stopped before it was made.</source>
        <translation>Der Bericht wurde angehalten, bevor er fertig war.</translation>
    </message>
    <message>
        <source>The report could not be made; the notice above says why.</source>
        <translation>Der Bericht konnte nicht erstellt werden; der Hinweis oben sagt, warum.</translation>
    </message>
    <message>
        <source>Note the recovery key of the copy</source>
        <translation>Notieren Sie den Wiederherstellungsschlüssel der Kopie</translation>
    </message>
    <message>
        <source>It opens {0} if the password is lost. It is shown only now; send it to your colleague by another way than the file, or keep it on paper, in a safe.</source>
        <translation>Er öffnet {0}, wenn das Passwort verloren ist. Er wird nur jetzt gezeigt; senden Sie ihn auf einem anderen Weg als die Datei, oder verwahren Sie ihn auf Papier in einem Tresor.</translation>
    </message>
    <message>
        <source>Recovery key of {0}:</source>
        <translation>Wiederherstellungsschlüssel von {0}:</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Choose a folder for the files</source>
        <translation>Ordner für die Dateien wählen</translation>
    </message>
    <message>
        <source>Save an encrypted copy</source>
        <translation>Verschlüsselte Kopie speichern</translation>
    </message>
    <message>
        <source>Projects ({0})</source>
        <translation>Projekte ({0})</translation>
    </message>
</context>
<context>
    <name>RescueFlow</name>
    <message>
        <source>Open the older one</source>
        <translation>Die ältere öffnen</translation>
    </message>
    <message>
        <source>Restore the backup</source>
        <translation>Sicherung einspielen</translation>
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
    <name>SettingsKeeper</name>
    <message>
        <source>The settings could not be saved: {0}. They hold until the program ends.</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden: {0}. Sie gelten, bis das Programm endet.</translation>
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
        <source>No key for: {0}</source>
        <translation>Keine Taste für: {0}</translation>
    </message>
    <message>
        <source>{0} opens a step of the consultation; choose another key.</source>
        <translation>{0} öffnet einen Schritt der Beratung; wählen Sie eine andere Taste.</translation>
    </message>
    <message>
        <source>{0} was the key of “{1}”, which has none now.</source>
        <translation>{0} war die Taste für „{1}“; dafür gibt es jetzt keine.</translation>
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
    <name>SharePlot</name>
    <message>
        <source>{0}: {1} %</source>
        <translation>{0}: {1} %</translation>
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
    <message>
        <source>Upper limit of {0} here</source>
        <translation>Obergrenze für {0} hier setzen</translation>
    </message>
    <message>
        <source>Make this your upper limit; once more for the catalogue&apos;s</source>
        <translation>Zu Ihrer Obergrenze machen; noch einmal für die des Katalogs</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
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
        <source>Restoring the face</source>
        <translation>Gesicht wird wiederhergestellt</translation>
    </message>
    <message>
        <source>Sharpening around the face</source>
        <translation>Umgebung des Gesichts wird geschärft</translation>
    </message>
    <message>
        <source>Comparing the faces</source>
        <translation>Gesichter werden verglichen</translation>
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
    <name>StreamDialog</name>
    <message>
        <source>Network stream</source>
        <translation>Netzwerkstrom</translation>
    </message>
    <message>
        <source>Address of the stream</source>
        <translation>Adresse des Stroms</translation>
    </message>
    <message>
        <source>Use this stream</source>
        <translation>Diesen Strom verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>A camera, phone or capture box that sends MJPEG or RTSP in the network of this clinic. The program only reads from it; no picture leaves this computer.</source>
        <translation>Eine Kamera, ein Telefon oder ein Aufnahmegerät, das im Netz dieser Klinik MJPEG oder RTSP sendet. Das Programm liest nur davon; kein Bild verlässt diesen Rechner.</translation>
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
        <source>Terms: {0}
Model: {1}</source>
        <translation>Bedingungen: {0}
Modell: {1}</translation>
    </message>
    <message>
        <source>The program does not hold the text of these terms. Read it at the address above before you accept it.</source>
        <translation>Das Programm enthält den Text dieser Bedingungen nicht. Lesen Sie ihn unter der Adresse oben, bevor Sie ihn annehmen.</translation>
    </message>
    <message>
        <source>What is known of them, in our words:</source>
        <translation>Was davon bekannt ist, in unseren Worten:</translation>
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
    <name>TileGrid</name>
    <message>
        <source>Pictures beside each other</source>
        <translation>Bilder nebeneinander</translation>
    </message>
</context>
<context>
    <name>UnlockFlow</name>
    <message>
        <source>The recovery key is in {0}. Keep that file away from this computer.</source>
        <translation>Der Wiederherstellungsschlüssel steht in {0}. Bewahren Sie diese Datei nicht auf diesem Computer auf.</translation>
    </message>
    <message>
        <source>The new password could not be saved, so the old one still holds. {0}</source>
        <translation>Das neue Passwort ließ sich nicht sichern, daher gilt das alte weiter. {0}</translation>
    </message>
    <message>
        <source>The new password is set. The recovery key stays as it is; keep it where it was.</source>
        <translation>Das neue Passwort gilt. Der Wiederherstellungsschlüssel bleibt derselbe; legen Sie ihn wieder an seinen Platz.</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Erneut speichern</translation>
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
        <source>Recovery key, 13 groups of five</source>
        <translation>Wiederherstellungsschlüssel, 13 Fünfergruppen</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
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
        <source>Recovery key of this workstation: it opens every patient&apos;s file.</source>
        <translation>Wiederherstellungsschlüssel dieses Arbeitsplatzes: Er öffnet die Datei jedes Patienten.</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
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
        <source>Type the recovery key of {0}.</source>
        <translation>Geben Sie den Wiederherstellungsschlüssel von {0} ein.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open with its recovery key</source>
        <translation>Mit dem Wiederherstellungsschlüssel öffnen</translation>
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
        <source>Choose a new password</source>
        <translation>Neues Passwort wählen</translation>
    </message>
    <message>
        <source>The recovery key was written down when this workstation was set up. Large and small letters, spaces and hyphens make no difference.</source>
        <translation>Der Wiederherstellungsschlüssel wurde notiert, als dieser Arbeitsplatz eingerichtet wurde. Groß- und Kleinschreibung, Leerzeichen und Bindestriche spielen keine Rolle.</translation>
    </message>
    <message>
        <source>Set the password and unlock</source>
        <translation>Passwort setzen und entsperren</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>What could not be saved yet is kept in memory. Type your password to go on.</source>
        <translation>Was noch nicht gespeichert werden konnte, bleibt im Speicher. Zum Weiterarbeiten bitte das Passwort eingeben.</translation>
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
        <source>Password forgotten?</source>
        <translation>Passwort vergessen?</translation>
    </message>
    <message>
        <source>Saving ...</source>
        <translation>Speichert ...</translation>
    </message>
    <message>
        <source>Back to the password</source>
        <translation>Zurück zum Passwort</translation>
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
    <name>VariantList</name>
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
        <source>Variant {0}</source>
        <translation>Variante {0}</translation>
    </message>
    <message>
        <source>Forget variant {0}</source>
        <translation>Variante {0} vergessen</translation>
    </message>
    <message>
        <source>Forget this variant</source>
        <translation>Diese Variante vergessen</translation>
    </message>
</context>
</TS>
