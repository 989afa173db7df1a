"""Names of views, zones and stops as they stand on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from landmarkdiff.diffusion.device import Device, DeviceKind
from landmarkdiff.diffusion.modes import Mode
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


def stop_name(stop: Stop) -> str:
    """Return the name of a stop."""
    names = {
        Stop.CONSERVATIVE: QCoreApplication.translate("Names", "Conservative"),
        Stop.PLANNED: QCoreApplication.translate("Names", "Planned"),
        Stop.LIMIT: QCoreApplication.translate("Names", "Upper limit"),
    }
    return names[stop]


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
