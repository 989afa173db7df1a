"""Every sentence of the engine, so that the translation tools find them; written by dev.py translations."""

# ruff: noqa: E501 - the sentences stand here as they stand in the engine
from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

ENGINE_SENTENCES: tuple[object, ...] = (
    QT_TRANSLATE_NOOP(
        "Engine",
        "A caliper distance between landmarks cannot be used in a profile; measure it in the frontal photo and predict both views together.",
    ),
    QT_TRANSLATE_NOOP("Engine", "A change of this project is in progress; commit or abandon it first."),
    QT_TRANSLATE_NOOP(
        "Engine", "A consultation waits to be saved here; somebody who may change it has to go on with it."
    ),
    QT_TRANSLATE_NOOP("Engine", "A document cannot be read ({0}); open a backup."),
    QT_TRANSLATE_NOOP("Engine", "A geometric warp keeps the patient's own pixels; nothing was compared."),
    QT_TRANSLATE_NOOP(
        "Engine", "A hand or something else seems to lie before the chin; take it away, or place the points by hand."
    ),
    QT_TRANSLATE_NOOP("Engine", "A history can only be carried over into a new file."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "A key slot of this file asks for an unreasonable effort and was refused; open a backup, or use the recovery key.",
    ),
    QT_TRANSLATE_NOOP("Engine", "A photo is not the one that was added; open a backup."),
    QT_TRANSLATE_NOOP(
        "Engine", "A picture of the report is damaged and cannot be shown; open a backup of the project."
    ),
    QT_TRANSLATE_NOOP("Engine", "A recovery key has 32 bytes."),
    QT_TRANSLATE_NOOP("Engine", "A second control needs a ControlNet mode, not {0}."),
    QT_TRANSLATE_NOOP("Engine", "A stored simulation is damaged and cannot be shown; predict it again from its plan."),
    QT_TRANSLATE_NOOP("Engine", "A user's name has 1 to 100 characters."),
    QT_TRANSLATE_NOOP("Engine", "Bell's palsy is on the patient's left or right, not {0}."),
    QT_TRANSLATE_NOOP("Engine", "Close the mouth with the lips at rest."),
    QT_TRANSLATE_NOOP("Engine", "Come a little closer to the camera."),
    QT_TRANSLATE_NOOP("Engine", "Consent to {0} cannot be given and withdrawn at once; choose one."),
    QT_TRANSLATE_NOOP("Engine", "Detail is lost in black; use more light on the face."),
    QT_TRANSLATE_NOOP("Engine", "Face restoration needs spandrel; install the program with its extra `restore`."),
    QT_TRANSLATE_NOOP("Engine", "Group 13 of the recovery key is mistyped; read it again."),
    QT_TRANSLATE_NOOP("Engine", "Group {0} of the recovery key is mistyped; read it again."),
    QT_TRANSLATE_NOOP(
        "Engine", "Hair or glasses seem to lie over the root of the nose; take them away, or place the nasion by hand."
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Hardly any bare skin of the cheeks can be seen in this photo, so its tone cannot be read; use a photo in even light without hair or cloth over the face.",
    ),
    QT_TRANSLATE_NOOP("Engine", "Hold still for a moment."),
    QT_TRANSLATE_NOOP("Engine", "If the patient wears glasses, take them off."),
    QT_TRANSLATE_NOOP("Engine", "JPEG holds 8 bit per channel."),
    QT_TRANSLATE_NOOP("Engine", "Landmarks {0} and {1} coincide in this photo; measure between two others."),
    QT_TRANSLATE_NOOP("Engine", "Left out: Real-ESRGAN is not installed (`landmarkdiff models install real-esrgan`)."),
    QT_TRANSLATE_NOOP(
        "Engine", "Left out: no restoration network is installed (`landmarkdiff models install gfpgan`)."
    ),
    QT_TRANSLATE_NOOP("Engine", "Left out: the networks need a face seen from the front or half turned."),
    QT_TRANSLATE_NOOP("Engine", "Little bare skin of the cheeks can be seen."),
    QT_TRANSLATE_NOOP("Engine", "More than one face is in the picture; only the patient may be."),
    QT_TRANSLATE_NOOP("Engine", "Move back a little from the camera."),
    QT_TRANSLATE_NOOP("Engine", "Move the camera a little to the patient's {0}."),
    QT_TRANSLATE_NOOP(
        "Engine", "No depigmented patch was found in this photo, so the vitiligo flag changes nothing here."
    ),
    QT_TRANSLATE_NOOP("Engine", "No face is in the picture; look towards the camera with the whole head in view."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "No face was found in this photo; use one with the whole face, in focus, not smaller than a tenth of the width.",
    ),
    QT_TRANSLATE_NOOP("Engine", "No stream comes from {0}; check the address and that the camera is on."),
    QT_TRANSLATE_NOOP(
        "Engine", "Not checked: no face recognition model is installed (`landmarkdiff models install auraface`)."
    ),
    QT_TRANSLATE_NOOP("Engine", "Not checked: the check was switched off."),
    QT_TRANSLATE_NOOP("Engine", "Not checked: the network needs a face seen from the front or half turned."),
    QT_TRANSLATE_NOOP("Engine", "Not saved ({0}): {1}; nothing was lost, choose another place."),
    QT_TRANSLATE_NOOP(
        "Engine", "Not saved: the disk is full; your changes are still here, free some space or save elsewhere."
    ),
    QT_TRANSLATE_NOOP(
        "Engine", "Not saved: {0} was moved or replaced by another program while it was open; save a copy elsewhere."
    ),
    QT_TRANSLATE_NOOP("Engine", "Nothing to do: the edited region lies on the face."),
    QT_TRANSLATE_NOOP("Engine", "Object {0} is a {1}, not a {2}."),
    QT_TRANSLATE_NOOP("Engine", "One photo or file may have 64 MiB at most; save it smaller and add it again."),
    QT_TRANSLATE_NOOP("Engine", "Open the eyes and look straight ahead."),
    QT_TRANSLATE_NOOP("Engine", "Parts of the face are burnt out to white; use less or softer light."),
    QT_TRANSLATE_NOOP("Engine", "Parts of the face are overexposed; pale patches cannot be told from light there."),
    QT_TRANSLATE_NOOP("Engine", "Photo needs uint8 or uint16 pixels of shape (height, width, 3)."),
    QT_TRANSLATE_NOOP("Engine", "Photos come in through add_photo, which keeps their bytes once."),
    QT_TRANSLATE_NOOP("Engine", "Relax the mouth; no smile."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Sample photo: Eileen Collins, NASA, public domain, as shipped with scikit-image; the face is 91 pixels wide in it and enlarged here, so its skin shows less texture than a clinical photo.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine", "Something in the program failed ({0}). Photos and plan are kept; try the last step again."
    ),
    QT_TRANSLATE_NOOP(
        "Engine", "Something in the program failed ({0}). What was saved before is still there; try again."
    ),
    QT_TRANSLATE_NOOP("Engine", "Something may cover the face; take hands, hair, mask and jewellery away."),
    QT_TRANSLATE_NOOP(
        "Engine", "Something seems to lie before the tip of the nose; take it away, or place the tip by hand."
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "Something seems to lie before the {0}; take hands, hair and scarf away, so that the skin can be seen.",
    ),
    QT_TRANSLATE_NOOP("Engine", "The address {0}://{1} is not secure, so nothing was fetched."),
    QT_TRANSLATE_NOOP("Engine", "The caliper distance in {0} must be between 5 and 300 mm."),
    QT_TRANSLATE_NOOP(
        "Engine", "The caliper value {0} cannot be read; write two landmarks and millimetres, as in 133-362=32.5."
    ),
    QT_TRANSLATE_NOOP("Engine", "The caliper value {0} names a landmark that does not exist; they run from 0 to 477."),
    QT_TRANSLATE_NOOP("Engine", "The camera gives no picture any more; check its cable and choose it again."),
    QT_TRANSLATE_NOOP(
        "Engine", "The chin is cut off in this profile; take the photo again with the whole neck in view."
    ),
    QT_TRANSLATE_NOOP(
        "Engine", "The clinic keyring was changed outside of this program; use its second copy or a backup."
    ),
    QT_TRANSLATE_NOOP("Engine", "The connection broke while fetching {0}; another attempt continues."),
    QT_TRANSLATE_NOOP("Engine", "The connection ended before {0} was complete; another attempt continues."),
    QT_TRANSLATE_NOOP("Engine", "The device {0} cannot be used: {1}."),
    QT_TRANSLATE_NOOP("Engine", "The disk has {0} MiB left, but {1} MiB and a reserve are needed; make room first."),
    QT_TRANSLATE_NOOP("Engine", "The edited region is much larger than the face; the face is painted in less detail."),
    QT_TRANSLATE_NOOP("Engine", "The face box lies outside the photo; give left, top, right, bottom in pixels."),
    QT_TRANSLATE_NOOP("Engine", "The face box must consist of finite numbers."),
    QT_TRANSLATE_NOOP("Engine", "The face does not fit into the picture; move back from the camera."),
    QT_TRANSLATE_NOOP(
        "Engine", "The face in this photo is only {0} pixels wide, too small to place landmarks; use a closer photo."
    ),
    QT_TRANSLATE_NOOP("Engine", "The face is blurred; focus on the eyes and keep the camera steady."),
    QT_TRANSLATE_NOOP(
        "Engine", "The face is blurred; take the photo again with the focus on the eyes and a steady camera."
    ),
    QT_TRANSLATE_NOOP("Engine", "The face is cut by the border of the photo; what lies beyond it cannot be shown."),
    QT_TRANSLATE_NOOP("Engine", "The face is cut off by the edge; move it into the middle."),
    QT_TRANSLATE_NOOP(
        "Engine", "The face is much darker than its surroundings; light it from the front if detail is missing."
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The face is only {0} pixels wide, so fine changes cannot be shown well; take the photo from nearer or with more pixels ({1} or more across the face).",
    ),
    QT_TRANSLATE_NOOP("Engine", "The face is slightly blurred; let the camera focus on the eyes."),
    QT_TRANSLATE_NOOP("Engine", "The face is too small; come closer to the camera."),
    QT_TRANSLATE_NOOP("Engine", "The face is very bright; use a little less light."),
    QT_TRANSLATE_NOOP(
        "Engine", "The face landmark model cannot be loaded ({0}); install the package mediapipe 0.10.21."
    ),
    QT_TRANSLATE_NOOP("Engine", "The face landmark model is missing; install the package mediapipe 0.10.21."),
    QT_TRANSLATE_NOOP("Engine", "The face may be slightly out of focus; look at the eyelashes before planning on it."),
    QT_TRANSLATE_NOOP("Engine", "The face recognition network gave no usable answer; verify its files."),
    QT_TRANSLATE_NOOP("Engine", "The file holds several pictures; only the first is used."),
    QT_TRANSLATE_NOOP("Engine", "The file is an animation; only its first picture is used."),
    QT_TRANSLATE_NOOP("Engine", "The file is damaged: its key slots are incomplete."),
    QT_TRANSLATE_NOOP("Engine", "The flag {0} is given twice."),
    QT_TRANSLATE_NOOP("Engine", "The folder of the models cannot be written ({0}: {1})."),
    QT_TRANSLATE_NOOP("Engine", "The folder {0} holds no pictures; choose another one."),
    QT_TRANSLATE_NOOP("Engine", "The head cannot be told from the background; use a plain one of another brightness."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The head is turned by {0} degrees; beyond 60 only the outline is sure, landmarks beside it are a guess.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The head is turned by {0} degrees; beyond 60 the landmarks are a guess and the outline is not clear here, so the picture is not reliable in millimetres.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine", "The history of {0} was changed outside of this program after entry {1}; compare with a backup."
    ),
    QT_TRANSLATE_NOOP("Engine", "The history of {0} was changed outside of this program; compare with a backup."),
    QT_TRANSLATE_NOOP(
        "Engine", "The identity check needs insightface and onnxruntime; install the program with its extra `identity`."
    ),
    QT_TRANSLATE_NOOP("Engine", "The intensity of {0} must be between 0 and 100, not {1}."),
    QT_TRANSLATE_NOOP("Engine", "The keloid flag needs at least one region out of {0}."),
    QT_TRANSLATE_NOOP("Engine", "The keyring has no user {0}."),
    QT_TRANSLATE_NOOP("Engine", "The keyring {0} is damaged; use a backup of it."),
    QT_TRANSLATE_NOOP("Engine", "The keyring {0} was made by a newer version; update the program."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The last save of {0} was interrupted and cannot be finished on a read-only medium; copy the file together with {1} to a folder that can be written.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The last save of {0} was interrupted and its companion {1} is missing; put both files side by side, or open a backup.",
    ),
    QT_TRANSLATE_NOOP("Engine", "The light comes from behind; light the face from the front."),
    QT_TRANSLATE_NOOP(
        "Engine", "The light comes from one side: one half of the face gets {0} times that of the other."
    ),
    QT_TRANSLATE_NOOP("Engine", "The list of models cannot be read ({0}); please install the program again."),
    QT_TRANSLATE_NOOP("Engine", "The list of patients can only be read here; nothing was changed."),
    QT_TRANSLATE_NOOP("Engine", "The mode {0} does not use Stable Diffusion."),
    QT_TRANSLATE_NOOP(
        "Engine", "The mode {0} needs {1}; `landmarkdiff models install --mode {2}` fetches what is missing."
    ),
    QT_TRANSLATE_NOOP("Engine", "The model in {0} cannot be deleted ({1})."),
    QT_TRANSLATE_NOOP("Engine", "The model in {0} cannot be loaded ({1}); remove it, then install or import it again."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The model in {0} does not hold every weight ({1} is missing); remove it, then install or import it again.",
    ),
    QT_TRANSLATE_NOOP("Engine", "The moved mask is {0} instead of {1}; remap must keep the photo's size."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The network of {0} is not known here; CodeFormer needs the package spandrel-extra-arches, whose licences forbid commercial use.",
    ),
    QT_TRANSLATE_NOOP("Engine", "The network {0} gave no usable picture; verify its file."),
    QT_TRANSLATE_NOOP(
        "Engine", "The new file did not read back as it was written; nothing was changed, check the disk."
    ),
    QT_TRANSLATE_NOOP("Engine", "The nose is cut off by the edge of the photo; leave room in front of the face."),
    QT_TRANSLATE_NOOP("Engine", "The outline cannot be traced because the face is seen too dimly; use more light."),
    QT_TRANSLATE_NOOP("Engine", "The outline is faint at {0}; check these points."),
    QT_TRANSLATE_NOOP("Engine", "The outline of the head is too short to trace; show the whole head and neck."),
    QT_TRANSLATE_NOOP(
        "Engine", "The password has {0} characters and needs at least {1}; a few words in a row are easy to remember."
    ),
    QT_TRANSLATE_NOOP("Engine", "The password is longer than {0} characters; use a shorter one."),
    QT_TRANSLATE_NOOP("Engine", "The patient was closed meanwhile; open the patient again."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The patient's consent does not cover this export: {0}. Record the consent in the project, or leave out what it does not cover.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine", "The patient's file was changed meanwhile, and a picture is gone from it; start again."
    ),
    QT_TRANSLATE_NOOP("Engine", "The patient's {0} side is in shadow; light both sides evenly."),
    QT_TRANSLATE_NOOP("Engine", "The photo has a colour cast, or the skin is made up; its tone is doubtful."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The photo has wide-gamut colours without a profile; its colours are taken as sRGB and look a little pale.",
    ),
    QT_TRANSLATE_NOOP("Engine", "The photo is in high dynamic range; its brightness is shown approximately."),
    QT_TRANSLATE_NOOP(
        "Engine", "The photo is in printing colours (CMYK) without a profile; its colours are approximate."
    ),
    QT_TRANSLATE_NOOP("Engine", "The photo is not in the patient's file yet; save it, then make the report again."),
    QT_TRANSLATE_NOOP(
        "Engine", "The photo's EXIF block is damaged, so the photo is shown as it is stored; check that it is upright."
    ),
    QT_TRANSLATE_NOOP(
        "Engine", "The photo's colour profile belongs to another kind of picture; its colours are taken as sRGB."
    ),
    QT_TRANSLATE_NOOP(
        "Engine", "The photo's colour profile cannot be used; its colours are taken as sRGB and may look slightly off."
    ),
    QT_TRANSLATE_NOOP(
        "Engine", "The photo's colour profile needs a table, so its 16 bit per channel were reduced to 8."
    ),
    QT_TRANSLATE_NOOP("Engine", "The photorealistic modes need {0}; install the program with its extra `diffusion`."),
    QT_TRANSLATE_NOOP("Engine", "The photorealistic picture could not be made ({0}). Photos and plan are kept."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The photorealistic picture could not be made ({0}); try again, or try fewer steps, the smaller picture size, or the mode tps.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The photorealistic picture needs about {0} GiB of memory and {1} GiB are free; close other programs, or use the mode tps.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The picture engine crashed, most likely in the driver of the graphics card; the consultation goes on. Update the driver, or try fewer steps, the smaller picture size, or the mode tps.",
    ),
    QT_TRANSLATE_NOOP("Engine", "The picture model gave no usable picture; `landmarkdiff models verify` checks it."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The plan would fold the skin over itself; {0} of it is shown. Choose smaller values, or fewer maneuvers in one place.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine", "The profile hardly differs from the background; use a plain background of another brightness."
    ),
    QT_TRANSLATE_NOOP(
        "Engine", "The profile is unusual at {0}; check these points, and that nothing lies before them."
    ),
    QT_TRANSLATE_NOOP("Engine", "The project holds no object {0}; read the list again."),
    QT_TRANSLATE_NOOP("Engine", "The recovery key has {0} characters instead of 65; read it again, 13 groups of five."),
    QT_TRANSLATE_NOOP("Engine", "The region is empty."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The result is the geometric preview (tps): the models of the photorealistic modes are not ready ({0}); `landmarkdiff models install --mode controlnet` fetches them.",
    ),
    QT_TRANSLATE_NOOP("Engine", "The result is the geometric preview (tps): {0}."),
    QT_TRANSLATE_NOOP("Engine", "The scale must be a positive number of mm per pixel, not {0}."),
    QT_TRANSLATE_NOOP("Engine", "The scales of the two controls add up to {0}; keep the sum at or under {1}."),
    QT_TRANSLATE_NOOP(
        "Engine", "The server {0} cannot be reached ({1}); check the connection, or import the model from a folder."
    ),
    QT_TRANSLATE_NOOP("Engine", "The server {0} refused the file (HTTP {1}); try again later."),
    QT_TRANSLATE_NOOP(
        "Engine", "The skin has hardly any colour: flash, make-up or processing; its tone cannot be relied on."
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The skin inside the edited region differs from the skin around it by {0} colour steps more than before; compare with the geometric preview.",
    ),
    QT_TRANSLATE_NOOP("Engine", "The skin is almost black in this photo; it looks darker than it is."),
    QT_TRANSLATE_NOOP("Engine", "The strength leaves no step to paint, so the result is the geometric preview."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The system ended the picture engine, most likely because memory ran out; close other programs, or try fewer steps, the smaller picture size, or the mode tps.",
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The terms of use of {0} ({1}) have not been accepted; `landmarkdiff models accept {2}` shows them and asks.",
    ),
    QT_TRANSLATE_NOOP("Engine", "The threshold of 0.6 has not been calibrated for this network."),
    QT_TRANSLATE_NOOP("Engine", "The turn of the head cannot be read; show the face without hair or hands."),
    QT_TRANSLATE_NOOP("Engine", "The work was stopped on request; nothing was changed."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "The {0} cannot be found on the outline of this profile; keep hair, hands and glasses away from it, before a plain background.",
    ),
    QT_TRANSLATE_NOOP("Engine", "The {0} cannot lie outside the photo; put it on the outline of the face."),
    QT_TRANSLATE_NOOP("Engine", "The {0} is far away from the outline of the face; put it closer to it."),
    QT_TRANSLATE_NOOP("Engine", "The {0} is very bright; use less light so that skin texture stays visible."),
    QT_TRANSLATE_NOOP("Engine", "The {0} must stay above the {1} on the outline; move the other one first."),
    QT_TRANSLATE_NOOP("Engine", "There is a file {0} already; choose another name, nothing was changed."),
    QT_TRANSLATE_NOOP("Engine", "There is no backup of {0} that reads back; ask for help before going on."),
    QT_TRANSLATE_NOOP("Engine", "There is no clinic keyring {0} in this place; check the name."),
    QT_TRANSLATE_NOOP("Engine", "There is no consent to {0} to withdraw; in force: {1}."),
    QT_TRANSLATE_NOOP("Engine", "There is no device called {0}; choose one of {1}."),
    QT_TRANSLATE_NOOP("Engine", "There is no mode called {0}; the modes are {1}."),
    QT_TRANSLATE_NOOP("Engine", "There is no model called {0}; the known ones are {1}."),
    QT_TRANSLATE_NOOP("Engine", "There is no prediction {0} in this project; it may have been deleted."),
    QT_TRANSLATE_NOOP("Engine", "There is no project file {0} in this place; check the name."),
    QT_TRANSLATE_NOOP("Engine", "There is no purpose {0}; use one of {1}."),
    QT_TRANSLATE_NOOP("Engine", "There is no report in the language {0}; choose one of {1}."),
    QT_TRANSLATE_NOOP(
        "Engine", "There is no simulation in this project that an animation could show; predict one first."
    ),
    QT_TRANSLATE_NOOP("Engine", "There is no soft-tissue point {0}; the names are {1}."),
    QT_TRANSLATE_NOOP("Engine", "There is no view {0}; use one of {1}."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "There is not enough memory for the photorealistic picture; close other programs, or try fewer steps, the smaller picture size, or the mode tps.",
    ),
    QT_TRANSLATE_NOOP("Engine", "There is not enough memory for the photorealistic picture; close other programs."),
    QT_TRANSLATE_NOOP("Engine", "There is not enough memory; close other programs and try again."),
    QT_TRANSLATE_NOOP(
        "Engine", "This Stable Diffusion is not the four-channel base model that the program works with."
    ),
    QT_TRANSLATE_NOOP("Engine", "This change is over; begin another one."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "This copy does not read back ({0}) and does not count as a backup; check the project, older backups are untouched.",
    ),
    QT_TRANSLATE_NOOP("Engine", "This cost of the password check is outside of what the program allows."),
    QT_TRANSLATE_NOOP("Engine", "This kind of graphics processor has not been tested with this program."),
    QT_TRANSLATE_NOOP("Engine", "This network needs torchvision, which is not installed."),
    QT_TRANSLATE_NOOP("Engine", "This project has as many keys as it can hold; remove one first."),
    QT_TRANSLATE_NOOP("Engine", "This view has no face mesh, so the face ControlNet was left out."),
    QT_TRANSLATE_NOOP(
        "Engine", "This view has no face mesh, so there is no relief of the face for the second ControlNet."
    ),
    QT_TRANSLATE_NOOP(
        "Engine", "This view has no traced outline; soft-tissue points can be moved in a full profile only."
    ),
    QT_TRANSLATE_NOOP("Engine", "This workstation has no user of that name; type the name as it was set up."),
    QT_TRANSLATE_NOOP("Engine", "This {0} was written by a newer version; update the program to change it."),
    QT_TRANSLATE_NOOP("Engine", "Tilt the head{0} towards your {1} shoulder."),
    QT_TRANSLATE_NOOP("Engine", "Turn until the far eyelashes just vanish, then hold still."),
    QT_TRANSLATE_NOOP("Engine", "Turn {0} to your {1}."),
    QT_TRANSLATE_NOOP("Engine", "Unknown flag {0}; there are {1}."),
    QT_TRANSLATE_NOOP("Engine", "Unknown keloid region {0}; there are {1}."),
    QT_TRANSLATE_NOOP(
        "Engine", "Unknown maneuver {0}; `landmarkdiff procedures` lists them, as in rhinoplasty.tip_width."
    ),
    QT_TRANSLATE_NOOP("Engine", "Unknown procedure {0}; there are {1}."),
    QT_TRANSLATE_NOOP("Engine", "Views that are painted together need the same settings."),
    QT_TRANSLATE_NOOP("Engine", "Warped photo and preview must have the size and depth of the photo."),
    QT_TRANSLATE_NOOP("Engine", "What arrived for {0} is not the archive that was expected."),
    QT_TRANSLATE_NOOP(
        "Engine", "Where maneuvers meet, the skin would have folded; the change is smoothed at these spots."
    ),
    QT_TRANSLATE_NOOP("Engine", "Wrong password or recovery key. The file itself is not damaged; try again."),
    QT_TRANSLATE_NOOP("Engine", "Wrong user name or password for the clinic keyring; try again."),
    QT_TRANSLATE_NOOP("Engine", "{0} % of the photo is transparent and was laid on white."),
    QT_TRANSLATE_NOOP("Engine", "{0} % of the {1} is burnt out to white; use less or softer light."),
    QT_TRANSLATE_NOOP("Engine", "{0} % of the {1} is nearly black, so detail is lost there; use more light."),
    QT_TRANSLATE_NOOP("Engine", "{0} arrived, but is not the file that was asked for, and was deleted."),
    QT_TRANSLATE_NOOP("Engine", "{0} can be set from {1} to {2} {3}, not to {4}."),
    QT_TRANSLATE_NOOP(
        "Engine", "{0} can only be read here: file, folder or medium are read-only; save a copy elsewhere."
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "{0} can only be read, so its history could not tell of an export, and nothing leaves it. Copy the file to a disk that can be written, or sign in as a user who may change it.",
    ),
    QT_TRANSLATE_NOOP("Engine", "{0} cannot be opened ({1}); choose another photo."),
    QT_TRANSLATE_NOOP("Engine", "{0} cannot be played, because it is not there; choose another one."),
    QT_TRANSLATE_NOOP("Engine", "{0} cannot be played; choose a video (MP4, MOV, AVI, MKV) or a folder of pictures."),
    QT_TRANSLATE_NOOP("Engine", "{0} cannot be read ({1}); see that it is still connected."),
    QT_TRANSLATE_NOOP("Engine", "{0} cannot be read as a network; verify the model."),
    QT_TRANSLATE_NOOP("Engine", "{0} cannot be read as weights; remove the model and install it again."),
    QT_TRANSLATE_NOOP("Engine", "{0} cannot be stored in a record."),
    QT_TRANSLATE_NOOP("Engine", "{0} cannot be written ({1})."),
    QT_TRANSLATE_NOOP("Engine", "{0} cannot be written ({1}); what has arrived is kept."),
    QT_TRANSLATE_NOOP("Engine", "{0} cannot be written: JPEG ends at {1} pixels a side; write PNG instead."),
    QT_TRANSLATE_NOOP("Engine", "{0} cannot be written: it is a folder; choose another name."),
    QT_TRANSLATE_NOOP("Engine", "{0} cannot be written: it is no ordinary file; choose another name."),
    QT_TRANSLATE_NOOP("Engine", "{0} cannot be written: the folder does not exist; create it or choose another."),
    QT_TRANSLATE_NOOP("Engine", "{0} cannot be written: the name is not valid; choose another."),
    QT_TRANSLATE_NOOP("Engine", "{0} cannot be written: {1}."),
    QT_TRANSLATE_NOOP("Engine", "{0} comes under {1} ({2}); read the terms and accept them first (--accept-licence)."),
    QT_TRANSLATE_NOOP("Engine", "{0} does not exist; check the name and the folder."),
    QT_TRANSLATE_NOOP("Engine", "{0} does not hold {1}; looked for {2} and the like."),
    QT_TRANSLATE_NOOP("Engine", "{0} faces are in this photo; the largest one is used."),
    QT_TRANSLATE_NOOP("Engine", "{0} has another checksum than the manifest says."),
    QT_TRANSLATE_NOOP("Engine", "{0} has changed since it was checked."),
    QT_TRANSLATE_NOOP("Engine", "{0} has more than 64 MiB; save it smaller and add it again."),
    QT_TRANSLATE_NOOP("Engine", "{0} has not been checked here; `landmarkdiff models verify {1}` does that."),
    QT_TRANSLATE_NOOP("Engine", "{0} has not been hashed here."),
    QT_TRANSLATE_NOOP("Engine", "{0} has pixels of an uncommon kind ({1}); save it with 8 or 16 bit and open that."),
    QT_TRANSLATE_NOOP("Engine", "{0} has the shape {1}; give height x width x 1 to 4 channels."),
    QT_TRANSLATE_NOOP("Engine", "{0} has values from {1} to {2}; give 0 to 1, or uint8."),
    QT_TRANSLATE_NOOP("Engine", "{0} has values that are not finite numbers; give floating point in 0 to 1."),
    QT_TRANSLATE_NOOP("Engine", "{0} has {1} GB, more than a photo can have; choose another."),
    QT_TRANSLATE_NOOP(
        "Engine", "{0} has {1} bit per channel, which cannot be shown; save it with 8 or 16 bit and open that."
    ),
    QT_TRANSLATE_NOOP("Engine", "{0} has {1} bytes instead of {2}."),
    QT_TRANSLATE_NOOP("Engine", "{0} has {1} bytes, but {2} were expected."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "{0} has {1} megapixels ({2} x {3}), more than the {4} that can be opened; save a smaller copy and open that.",
    ),
    QT_TRANSLATE_NOOP("Engine", "{0} holds a {1} that cannot be read ({2}); open a backup."),
    QT_TRANSLATE_NOOP("Engine", "{0} holds a {1} that cannot be taken over; nothing was changed."),
    QT_TRANSLATE_NOOP("Engine", "{0} holds more than weights and was not opened."),
    QT_TRANSLATE_NOOP(
        "Engine", "{0} holds no ControlNet in diffusers' layout (config.json and diffusion_pytorch_model.safetensors)."
    ),
    QT_TRANSLATE_NOOP("Engine", "{0} holds none of the known models."),
    QT_TRANSLATE_NOOP("Engine", "{0} holds signed or floating-point values; save it with 8 or 16 bit and open that."),
    QT_TRANSLATE_NOOP("Engine", "{0} is a file and no folder; choose another folder."),
    QT_TRANSLATE_NOOP("Engine", "{0} is a folder; choose a photo inside it."),
    QT_TRANSLATE_NOOP("Engine", "{0} is a strip of {1} x {2} pixels and no photo; choose another one."),
    QT_TRANSLATE_NOOP("Engine", "{0} is being replaced by another program; try again in a moment."),
    QT_TRANSLATE_NOOP("Engine", "{0} is closed; open it again."),
    QT_TRANSLATE_NOOP("Engine", "{0} is damaged ({1}); remove it and then use {2}."),
    QT_TRANSLATE_NOOP("Engine", "{0} is damaged in its head; open a backup."),
    QT_TRANSLATE_NOOP(
        "Engine", "{0} is damaged or incomplete and cannot be read; copy it again or choose another photo."
    ),
    QT_TRANSLATE_NOOP("Engine", "{0} is damaged: its tables are not those of a project."),
    QT_TRANSLATE_NOOP("Engine", "{0} is damaged: its way of saving was changed."),
    QT_TRANSLATE_NOOP("Engine", "{0} is damaged: {1} is missing; open a backup."),
    QT_TRANSLATE_NOOP(
        "Engine", "{0} is damaged: {1}; the rest may still be readable; open a backup or save what can be read."
    ),
    QT_TRANSLATE_NOOP("Engine", "{0} is empty (0 bytes); copy it again from the camera or choose another photo."),
    QT_TRANSLATE_NOOP("Engine", "{0} is no array of pixels; give height x width x channels."),
    QT_TRANSLATE_NOOP("Engine", "{0} is no ordinary file; choose a photo."),
    QT_TRANSLATE_NOOP("Engine", "{0} is no picture that can be opened; choose a photo in {1} format."),
    QT_TRANSLATE_NOOP("Engine", "{0} is not a clinic keyring; choose another file."),
    QT_TRANSLATE_NOOP("Engine", "{0} is not a file; choose a file that ends in .ldproj."),
    QT_TRANSLATE_NOOP("Engine", "{0} is not a network for faces of {1} x {2} px."),
    QT_TRANSLATE_NOOP("Engine", "{0} is not a project file, or its beginning is damaged; open a backup."),
    QT_TRANSLATE_NOOP("Engine", "{0} is not a project file; choose a file that ends in .ldproj."),
    QT_TRANSLATE_NOOP("Engine", "{0} is not installed; {1} fetches it, `models import` takes it from a folder."),
    QT_TRANSLATE_NOOP("Engine", "{0} is not the file that the manifest describes (another checksum)."),
    QT_TRANSLATE_NOOP("Engine", "{0} is of type {1}; give uint8, uint16 or floating point in 0 to 1."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "{0} is older (save {1}) than the one last saved on this computer (save {2}); open the newer file, or confirm that the older one is meant.",
    ),
    QT_TRANSLATE_NOOP("Engine", "{0} is only {1} x {2} pixels, too small for a face; choose another photo."),
    QT_TRANSLATE_NOOP("Engine", "{0} is open for reading only; nothing was changed."),
    QT_TRANSLATE_NOOP("Engine", "{0} is open for reading only; sign in as a user who may change it."),
    QT_TRANSLATE_NOOP("Engine", "{0} is open on another window or computer{1}; close it there."),
    QT_TRANSLATE_NOOP("Engine", "{0} is open{1}; close it before restoring a backup."),
    QT_TRANSLATE_NOOP("Engine", "{0} may not be read by you; ask for access or choose another photo."),
    QT_TRANSLATE_NOOP("Engine", "{0} must be 8 bit and as large as the photo."),
    QT_TRANSLATE_NOOP("Engine", "{0} must be finite and of shape {1}."),
    QT_TRANSLATE_NOOP("Engine", "{0} must be from {1} to {2}, not {3}."),
    QT_TRANSLATE_NOOP("Engine", "{0} needs more memory than is free; close other programs or use a copy."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "{0} of the face cannot be judged for pale patches (shadow, hair, glasses or make-up); use a photo in even light.",
    ),
    QT_TRANSLATE_NOOP("Engine", "{0} of the skin is overexposed; it looks lighter than it is."),
    QT_TRANSLATE_NOOP(
        "Engine", "{0} was made by {1} and this version cannot read it; nothing was changed, update the program."
    ),
    QT_TRANSLATE_NOOP(
        "Engine",
        "{0} was not saved or opened: the disk, folder or file refuses ({1}); your changes are still here, save elsewhere.",
    ),
    QT_TRANSLATE_NOOP("Engine", "{0}: id: {1} exists already; choose another id."),
    QT_TRANSLATE_NOOP("Engine", "{0}: no valid TOML: nested too deeply."),
    QT_TRANSLATE_NOOP("Engine", "{0}: no valid TOML: {1}."),
    QT_TRANSLATE_NOOP("Engine", "{0}: the file cannot be read: {1}."),
    QT_TRANSLATE_NOOP(
        "Engine",
        "{0}: {1}: radius_mm: at {2} x {3} mm {4}; use a smaller radius, fewer anchors and holds, or set them further apart.",
    ),
)
