<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
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
        <translation>Netzwerk-Stream ...</translation>
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
        <translation>Das ist kein volles Profil: darin lässt sich kein Umriss verfolgen.</translation>
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
        <translation>Profil zur Bestätigung</translation>
    </message>
    <message>
        <source>{0} · is this a profile?</source>
        <translation>{0} · ist das ein Profil?</translation>
    </message>
    <message>
        <source>Videos ({0})</source>
        <translation>Videos ({0})</translation>
    </message>
    <message>
        <source>Choose a video</source>
        <translation>Video wählen</translation>
    </message>
</context>
<context>
    <name>Coaching</name>
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
        <translation>Bitte noch etwas nach rechts drehen.</translation>
    </message>
    <message>
        <source>Turn a little more to your left.</source>
        <translation>Bitte noch etwas nach links drehen.</translation>
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
        <translation>Die Kamera etwas zur linken Seite des Patienten rücken.</translation>
    </message>
    <message>
        <source>Move the camera a little to the patient&apos;s right.</source>
        <translation>Die Kamera etwas zur rechten Seite des Patienten rücken.</translation>
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
        <source>The tip of the nose cannot be found on the outline of this profile; keep hair, hands and glasses away from it, before a plain background.</source>
        <translation>Die Nasenspitze ist an der Umrisslinie dieses Profils nicht zu finden; halten Sie Haare, Hände und Brille davon fern, vor einem glatten Hintergrund.</translation>
    </message>
    <message>
        <source>The root of the nose cannot be found on the outline of this profile; keep hair, hands and glasses away from it, before a plain background.</source>
        <translation>Die Nasenwurzel ist an der Umrisslinie dieses Profils nicht zu finden; halten Sie Haare, Hände und Brille davon fern, vor einem glatten Hintergrund.</translation>
    </message>
    <message>
        <source>The mouth cannot be found on the outline of this profile; keep hair, hands and glasses away from it, before a plain background.</source>
        <translation>Der Mund ist an der Umrisslinie dieses Profils nicht zu finden; halten Sie Haare, Hände und Brille davon fern, vor einem glatten Hintergrund.</translation>
    </message>
    <message>
        <source>The chin cannot be found on the outline of this profile; keep hair, hands and glasses away from it, before a plain background.</source>
        <translation>Das Kinn ist an der Umrisslinie dieses Profils nicht zu finden; halten Sie Haare, Hände und Brille davon fern, vor einem glatten Hintergrund.</translation>
    </message>
    <message>
        <source>The profile cannot be found on the outline of this profile; keep hair, hands and glasses away from it, before a plain background.</source>
        <translation>Das Profil ist an der Umrisslinie dieses Profils nicht zu finden; halten Sie Haare, Hände und Brille davon fern, vor einem glatten Hintergrund.</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
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
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Aufwärts</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Motion of the points of the profile</source>
        <translation>Bewegung der Punkte des Profils</translation>
    </message>
    <message>
        <source>In mm, in the plane of this photo, read from its displacement: how far the plan moves each point, not where surgery will bring it. ± is one standard deviation, from the scale alone.</source>
        <translation>In mm, in der Ebene dieses Fotos, aus seiner Verschiebung gelesen: wie weit der Plan jeden Punkt bewegt, nicht wohin die Operation ihn bringen wird. ± ist eine Standardabweichung, allein aus dem Maßstab.</translation>
    </message>
    <message>
        <source>Mirror on the patient screen</source>
        <translation>Auf dem Zweitschirm spiegeln</translation>
    </message>
    <message>
        <source>As patients know themselves. This window, the record and every measure keep the true sides.</source>
        <translation>So wie Patienten sich kennen. Dieses Fenster, die Akte und jedes Maß behalten die wahren Seiten.</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Umriss</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>{0} · blue: before · orange: simulation</source>
        <translation>{0} · blau: vorher · orange: Simulation</translation>
    </message>
    <message>
        <source>An outline is traced in a full profile only; choose one in the film strip.</source>
        <translation>Ein Umriss wird nur im vollen Profil verfolgt; wählen Sie eines im Filmstreifen.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause the fade</source>
        <translation>Überblendung anhalten</translation>
    </message>
    <message>
        <source>Outline before and after</source>
        <translation>Umriss vorher und nachher</translation>
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
    <name>Names</name>
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
        <source>Upper lip</source>
        <translation>Oberlippe</translation>
    </message>
    <message>
        <source>Lower lip</source>
        <translation>Unterlippe</translation>
    </message>
</context>
<context>
    <name>PatientScreen</name>
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
        <translation>Punkt ziehen, oder mit Bild auf und ab wählen und mit den Pfeiltasten rücken; mit Umschalt feiner, Esc lässt ihn los.</translation>
    </message>
    <message>
        <source>Put landmarks back</source>
        <translation>Landmarken zurücksetzen</translation>
    </message>
    <message>
        <source>Faint outline at the amber points: check them.</source>
        <translation>Schwacher Umriss an den gelben Punkten: bitte prüfen.</translation>
    </message>
    <message>
        <source>Every point is clear.</source>
        <translation>Jeder Punkt ist deutlich.</translation>
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
    <name>StreamDialog</name>
    <message>
        <source>Network stream</source>
        <translation>Netzwerk-Stream</translation>
    </message>
    <message>
        <source>Address of the stream</source>
        <translation>Adresse des Streams</translation>
    </message>
    <message>
        <source>Use this stream</source>
        <translation>Diesen Stream verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>A camera, phone or capture box that sends MJPEG or RTSP in the network of this clinic. The program only reads from it; no picture leaves this computer.</source>
        <translation>Eine Kamera, ein Telefon oder eine Aufnahmebox, die im Netz dieser Praxis MJPEG oder RTSP sendet. Das Programm liest nur davon; kein Bild verlässt diesen Rechner.</translation>
    </message>
</context>
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
</TS>
