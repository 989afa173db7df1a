"""Stable Diffusion and its helpers, random and tiny, saved in the formats in which the real ones are published.

Everything that loads the real models loads these: the folders, file names, key names and configurations are the same,
only the widths differ. Only a child process imports this module: the tests' own process never loads torch.
"""

from __future__ import annotations

import json
from pathlib import Path

import torch
from diffusers import AutoencoderKL, ControlNetModel, PNDMScheduler, UNet2DConditionModel
from safetensors.torch import save_file
from transformers import (
    CLIPTextConfig,
    CLIPTextModel,
    CLIPVisionConfig,
    CLIPVisionModelWithProjection,
)

_WIDTHS = (32, 64)
_TEXT_WIDTH = 32
_IMAGE_WIDTH = 32
_IMAGE_TOKENS = 4


def save_all(folder: Path) -> None:
    """Save every generative model under a folder, each in a folder of its id."""
    torch.manual_seed(7)
    unet = save_base(folder / "stable-diffusion")
    for name in ("controlnet-face", "controlnet-canny", "controlnet-depth"):
        make_controlnet(unet).save_pretrained(folder / name, variant="fp16")
    make_controlnet(unet).save_pretrained(folder / "controlnet-tile", safe_serialization=False)
    save_ip_adapter(folder / "ip-adapter-face", unet)
    save_lcm_lora(folder / "lcm-lora", unet)


def save_base(folder: Path) -> UNet2DConditionModel:
    """Save the parts of Stable Diffusion 1.5 as its 16-bit variant is published; returns the UNet."""
    unet = UNet2DConditionModel(
        block_out_channels=_WIDTHS,
        layers_per_block=1,
        sample_size=8,
        in_channels=4,
        out_channels=4,
        down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
        up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"),
        cross_attention_dim=_TEXT_WIDTH,
        attention_head_dim=2,
        norm_num_groups=8,
    )
    vae = AutoencoderKL(
        block_out_channels=(8, 8, 16, 16),
        in_channels=3,
        out_channels=3,
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        latent_channels=4,
        norm_num_groups=4,
        sample_size=64,
    )
    text = CLIPTextModel(
        CLIPTextConfig(
            vocab_size=514,
            hidden_size=_TEXT_WIDTH,
            intermediate_size=37,
            num_hidden_layers=2,
            num_attention_heads=4,
            max_position_embeddings=77,
            bos_token_id=512,
            eos_token_id=513,
            pad_token_id=513,
        )
    )
    unet.half().save_pretrained(folder / "unet", variant="fp16")
    vae.half().save_pretrained(folder / "vae", variant="fp16")
    text.half().save_pretrained(folder / "text_encoder")
    (folder / "text_encoder" / "model.safetensors").rename(folder / "text_encoder" / "model.fp16.safetensors")
    PNDMScheduler(
        beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", skip_prk_steps=True, steps_offset=1
    ).save_pretrained(folder / "scheduler")
    save_tokenizer(folder / "tokenizer")
    (folder / "model_index.json").write_text(
        json.dumps({"_class_name": "StableDiffusionPipeline", "safety_checker": [None, None]}), encoding="utf-8"
    )
    return unet.float()


def make_controlnet(unet: UNet2DConditionModel) -> ControlNetModel:
    """Return a ControlNet whose zero convolutions are not zero, so that it has an effect."""
    net = ControlNetModel.from_unet(unet, conditioning_embedding_out_channels=(8, 8, 16, 16))
    for block in (*net.controlnet_down_blocks, net.controlnet_mid_block):
        torch.nn.init.normal_(block.weight, std=0.3)
    torch.nn.init.normal_(net.controlnet_cond_embedding.conv_out.weight, std=0.3)
    return net.half()


def save_ip_adapter(folder: Path, unet: UNet2DConditionModel) -> None:
    """Save an IP-Adapter plus with the key names of the published file, and its CLIP image encoder."""
    width, heads, head_width = _IMAGE_WIDTH, 1, 64
    projection: dict[str, torch.Tensor] = {
        "latents": torch.randn(1, _IMAGE_TOKENS, width),
        "proj_in.weight": torch.randn(width, _IMAGE_WIDTH) * 0.2,
        "proj_in.bias": torch.zeros(width),
        "proj_out.weight": torch.randn(_TEXT_WIDTH, width) * 0.2,
        "proj_out.bias": torch.zeros(_TEXT_WIDTH),
        "norm_out.weight": torch.ones(_TEXT_WIDTH),
        "norm_out.bias": torch.zeros(_TEXT_WIDTH),
    }
    for layer in range(4):
        inner = heads * head_width
        projection |= {
            f"layers.{layer}.0.norm1.weight": torch.ones(width),
            f"layers.{layer}.0.norm1.bias": torch.zeros(width),
            f"layers.{layer}.0.norm2.weight": torch.ones(width),
            f"layers.{layer}.0.norm2.bias": torch.zeros(width),
            f"layers.{layer}.0.to_q.weight": torch.randn(inner, width) * 0.2,
            f"layers.{layer}.0.to_kv.weight": torch.randn(2 * inner, width) * 0.2,
            f"layers.{layer}.0.to_out.weight": torch.randn(width, inner) * 0.2,
            f"layers.{layer}.1.0.weight": torch.ones(width),
            f"layers.{layer}.1.0.bias": torch.zeros(width),
            f"layers.{layer}.1.1.weight": torch.randn(4 * width, width) * 0.2,
            f"layers.{layer}.1.3.weight": torch.randn(width, 4 * width) * 0.2,
        }
    tensors = {f"image_proj.{key}": value for key, value in projection.items()}
    # The published file numbers the attention layers of the UNet 1, 3, 5 ... in the order of its processors.
    number = 1
    for name in unet.attn_processors:
        if name.endswith("attn1.processor"):
            continue
        hidden = _hidden_width(unet, name)
        for part in ("to_k_ip", "to_v_ip"):
            tensors[f"ip_adapter.{number}.{part}.weight"] = torch.randn(hidden, _TEXT_WIDTH) * 0.3
        number += 2
    (folder / "models").mkdir(parents=True)
    save_file(tensors, folder / "models" / "ip-adapter-plus-face_sd15.safetensors")
    encoder = CLIPVisionModelWithProjection(
        CLIPVisionConfig(
            hidden_size=_IMAGE_WIDTH,
            intermediate_size=37,
            projection_dim=_IMAGE_WIDTH,
            num_hidden_layers=2,
            num_attention_heads=4,
            image_size=32,
            patch_size=8,
        )
    )
    encoder.save_pretrained(folder / "models" / "image_encoder")


def save_lcm_lora(folder: Path, unet: UNet2DConditionModel) -> None:
    """Save a LoRA with the kohya key names that the published LCM-LoRA has."""
    folder.mkdir(parents=True)
    tensors: dict[str, torch.Tensor] = {}
    for name, module in unet.named_modules():
        if not isinstance(module, torch.nn.Linear) or ".attn" not in name:
            continue
        key = f"lora_unet_{name.replace('.', '_')}"
        tensors[f"{key}.lora_down.weight"] = torch.randn(2, module.in_features) * 0.2
        tensors[f"{key}.lora_up.weight"] = torch.randn(module.out_features, 2) * 0.2
        tensors[f"{key}.alpha"] = torch.tensor(2.0)
    save_file(tensors, folder / "pytorch_lora_weights.safetensors")


def _hidden_width(unet: UNet2DConditionModel, name: str) -> int:
    if name.startswith("mid_block"):
        return int(unet.config.block_out_channels[-1])
    block = int(name.split(".")[1])
    widths = unet.config.block_out_channels
    return int(list(reversed(widths))[block] if name.startswith("up_blocks") else widths[block])


def save_tokenizer(folder: Path) -> None:
    """Save a byte-level vocabulary without merges, in the two files that CLIP's tokenizer reads."""
    folder.mkdir(parents=True)
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [code for code in range(256) if code not in printable]
    letters = [chr(code) for code in printable] + [chr(256 + number) for number in range(len(others))]
    words = [*letters, *(f"{letter}</w>" for letter in letters), "<|startoftext|>", "<|endoftext|>"]
    (folder / "vocab.json").write_text(json.dumps({word: number for number, word in enumerate(words)}), "utf-8")
    (folder / "merges.txt").write_text("#version: 0.2\n", "utf-8")
    facts = {
        "tokenizer_class": "CLIPTokenizer",
        "model_max_length": 77,
        "bos_token": "<|startoftext|>",
        "eos_token": "<|endoftext|>",
        "unk_token": "<|endoftext|>",
        "pad_token": "<|endoftext|>",
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(facts), "utf-8")
    (folder / "special_tokens_map.json").write_text(json.dumps(facts), "utf-8")
