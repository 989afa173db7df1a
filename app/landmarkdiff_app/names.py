"""Names of views, zones and stops as they stand on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from landmarkdiff.diffusion.device import Device, DeviceKind
from landmarkdiff.diffusion.modes import Mode
from landmarkdiff.diffusion.settings import SecondControl
from landmarkdiff.face.contour import SoftPoint
from landmarkdiff.face.view import View
from landmarkdiff.procedures.stops import Stop


def view_name(view: View) -> str:
    """Return the name of a view; sides are the patient's."""
    names = {
        View.FRONTAL: QCoreApplication.translate("Names", "Frontal"),
        View.RIGHT_THREE_QUARTER: QCoreApplication.translate("Names", "Right three-quarter"),
        View.LEFT_THREE_QUARTER: QCoreApplication.translate("Names", "Left three-quarter"),
        View.RIGHT_PROFILE: QCoreApplication.translate("Names", "Right profile"),
        View.LEFT_PROFILE: QCoreApplication.translate("Names", "Left profile"),
        View.OTHER: QCoreApplication.translate("Names", "Other view"),
    }
    return names[view]


def point_name(point: SoftPoint) -> str:
    """Return the name of a soft-tissue point of the profile."""
    names = {
        SoftPoint.NASION: QCoreApplication.translate("Names", "Nasion"),
        SoftPoint.RHINION: QCoreApplication.translate("Names", "Rhinion"),
        SoftPoint.PRONASALE: QCoreApplication.translate("Names", "Pronasale"),
        SoftPoint.SUBNASALE: QCoreApplication.translate("Names", "Subnasale"),
        SoftPoint.LABIALE_SUPERIUS: QCoreApplication.translate("Names", "Labiale superius"),
        SoftPoint.LABIALE_INFERIUS: QCoreApplication.translate("Names", "Labiale inferius"),
        SoftPoint.POGONION: QCoreApplication.translate("Names", "Pogonion"),
        SoftPoint.MENTON: QCoreApplication.translate("Names", "Menton"),
    }
    return names[point]


def stop_name(stop: Stop) -> str:
    """Return the name of a stop."""
    names = {
        Stop.CONSERVATIVE: QCoreApplication.translate("Names", "Conservative"),
        Stop.PLANNED: QCoreApplication.translate("Names", "Planned"),
        Stop.LIMIT: QCoreApplication.translate("Names", "Upper limit"),
    }
    return names[stop]


def region_name(region: str) -> str:
    """Return the name of a region of the face; sides are the patient's."""
    names = {
        "jawline": QCoreApplication.translate("Names", "Jawline"),
        "face_oval": QCoreApplication.translate("Names", "Outline of the face"),
        "right_eye": QCoreApplication.translate("Names", "Right eye"),
        "left_eye": QCoreApplication.translate("Names", "Left eye"),
        "right_eyebrow": QCoreApplication.translate("Names", "Right eyebrow"),
        "left_eyebrow": QCoreApplication.translate("Names", "Left eyebrow"),
        "right_iris": QCoreApplication.translate("Names", "Right iris"),
        "left_iris": QCoreApplication.translate("Names", "Left iris"),
        "nose": QCoreApplication.translate("Names", "Nose"),
        "lips": QCoreApplication.translate("Names", "Lips"),
        "upper_lip": QCoreApplication.translate("Names", "Upper lip"),
        "lower_lip": QCoreApplication.translate("Names", "Lower lip"),
    }
    return names.get(region, region.replace("_", " "))


def zone_name(zone: str) -> str:
    """Return the name of a keloid zone."""
    names = {
        "ear_lobes": QCoreApplication.translate("Names", "Ear lobes"),
        "jawline": QCoreApplication.translate("Names", "Jawline"),
        "chin": QCoreApplication.translate("Names", "Chin"),
        "nose": QCoreApplication.translate("Names", "Nose"),
        "lips": QCoreApplication.translate("Names", "Lips"),
        "cheeks": QCoreApplication.translate("Names", "Cheeks"),
        "eyelids": QCoreApplication.translate("Names", "Eyelids"),
        "forehead": QCoreApplication.translate("Names", "Forehead"),
    }
    return names.get(zone, zone)


def purpose_name(purpose: str) -> str:
    """Return the name of what a patient consents to."""
    names = {
        "clinical_record": QCoreApplication.translate("Names", "Clinical record"),
        "simulation": QCoreApplication.translate("Names", "Simulation"),
        "ai_processing": QCoreApplication.translate("Names", "Processing by AI models"),
        "share_with_patient": QCoreApplication.translate("Names", "Pictures handed to the patient"),
        "teaching": QCoreApplication.translate("Names", "Teaching"),
        "publication": QCoreApplication.translate("Names", "Publication"),
    }
    return names.get(purpose, purpose)


def mode_name(mode: Mode) -> str:
    """Return the name of a mode."""
    names = {
        Mode.AUTO: QCoreApplication.translate("Names", "Best that is installed"),
        Mode.TPS: QCoreApplication.translate("Names", "Geometric preview"),
        Mode.IMG2IMG: QCoreApplication.translate("Names", "Picture (img2img)"),
        Mode.CONTROLNET: QCoreApplication.translate("Names", "Contours (controlnet)"),
        Mode.CONTROLNET_IP: QCoreApplication.translate("Names", "Contours and own face (controlnet_ip)"),
        Mode.CONTROLNET_FAST: QCoreApplication.translate("Names", "Fast (controlnet_fast)"),
    }
    return names[mode]


def second_control_name(control: SecondControl) -> str:
    """Return the name of a second control."""
    names = {
        SecondControl.NONE: QCoreApplication.translate("Names", "None"),
        SecondControl.CANNY: QCoreApplication.translate("Names", "Edges (canny)"),
        SecondControl.TILE: QCoreApplication.translate("Names", "The photo itself (tile)"),
        SecondControl.DEPTH: QCoreApplication.translate("Names", "Relief of the face (depth)"),
    }
    return names[control]


def device_text(device: Device) -> str:
    """Return a sentence about what a picture would be painted on."""
    texts = {
        DeviceKind.CUDA: QCoreApplication.translate("Names", "Pictures are painted on the graphics card."),
        DeviceKind.MPS: QCoreApplication.translate(
            "Names", "Pictures are painted on the Apple graphics processor, on which nobody has tested the program."
        ),
    }
    usual = QCoreApplication.translate(
        "Names", "No graphics card can be used here: pictures are painted on the processor, which takes minutes."
    )
    return texts.get(device.kind, usual)


def simulation_mark() -> str:
    """Return the mark that every simulation carries on the screen."""
    return QCoreApplication.translate("Names", "MODIFIED - SIMULATION - NOT A GUARANTEE")
